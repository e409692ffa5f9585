package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.chom.portal.formats.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown when a screen could not be made. */
@ParentLayout(PortalShell.class)
@PermitAll
final class FailedView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());

    FailedView(SignedIn signedIn) {
        this.signedIn = signedIn;
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        add(Refusals.failed(language));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("error.failed.title"));
    }
}
