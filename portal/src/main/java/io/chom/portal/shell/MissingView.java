package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.chom.portal.formats.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown at an address where nothing is. */
@ParentLayout(PortalShell.class)
@PermitAll
final class MissingView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());

    MissingView(SignedIn signedIn) {
        this.signedIn = signedIn;
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        add(Refusals.missing(language));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("error.missing.title"));
    }
}
