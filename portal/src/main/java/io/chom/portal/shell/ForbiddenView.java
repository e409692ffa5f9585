package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.chom.portal.formats.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown in place of a screen that is for another kind of organisation: that is what the screens declare. */
@ParentLayout(PortalShell.class)
@PermitAll
final class ForbiddenView extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());

    ForbiddenView(SignedIn signedIn) {
        this.signedIn = signedIn;
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        removeAll();
        add(Refusals.foreign(signedIn, language));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("error.forbidden.title"));
    }
}
