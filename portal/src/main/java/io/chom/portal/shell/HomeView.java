package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The first address: leads on to the first screen that the person can open. */
@Route("")
@PermitAll
final class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient List<Destinations> modules;
    private final transient Language language = Language.of(UI.getCurrent());

    HomeView(SignedIn signedIn, List<Destinations> modules) {
        this.signedIn = signedIn;
        this.modules = modules;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        modules.stream()
                .flatMap(module -> module.of(signedIn).stream())
                .findFirst()
                .ifPresentOrElse(
                        first -> event.forwardTo(first.view()), () -> add(Refusals.forbidden(signedIn, language)));
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("error.forbidden.title"));
    }
}
