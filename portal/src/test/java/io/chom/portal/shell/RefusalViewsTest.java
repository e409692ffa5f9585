package io.chom.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import io.chom.portal.formats.Language;
import io.chom.tenants.identity.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.chom.portal.formats")
class RefusalViewsTest extends BrowserlessTest {

    private final SamplePerson person = SamplePerson.of(SignedIn.Kind.CUSTOMER, Role.VIEWER);

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.US);
    }

    @Test
    void an_address_where_nothing_is() {
        var view = new MissingView(person);
        var error = new ErrorParameter<>(NotFoundException.class, new NotFoundException());
        assertThat(view.setErrorParameter(entering(), error)).isEqualTo(404);
        assertThat(view.getPageTitle()).isEqualTo("Page not found · Acme Hosting");
        assertThat(find(H1.class, view).single().getText()).isEqualTo("There is no such page");
        assertThat(find(Anchor.class, view).single().getHref()).isEmpty();
    }

    @Test
    void a_screen_for_another_kind_of_organisation_whatever_the_role() {
        var view = new ForbiddenView(person);
        var error = new ErrorParameter<>(AccessDeniedException.class, new AccessDeniedException());
        assertThat(view.setErrorParameter(entering(), error)).isEqualTo(403);
        assertThat(view.getElement().getTextRecursively())
                .contains("This page is not for organisations such as Bluebird Studio.");
    }

    @Test
    void a_screen_that_the_role_does_not_open() {
        assertThat(Refusals.forbidden(person, Language.of(UI.getCurrent()))
                        .getElement()
                        .getTextRecursively())
                .contains("Your role in Bluebird Studio is viewer. Ask an owner of Bluebird Studio for access.");
    }

    @Test
    void a_screen_that_could_not_be_made_says_nothing_of_the_cause() {
        var view = new FailedView(person);
        var error = new ErrorParameter<>(Exception.class, new IllegalStateException("password=hunter2"));
        assertThat(view.setErrorParameter(entering(), error)).isEqualTo(500);
        assertThat(view.getElement().getTextRecursively())
                .contains("This page could not be opened")
                .doesNotContain("hunter2");
    }

    private static BeforeEnterEvent entering() {
        var ui = UI.getCurrent();
        var router = ui.getInternals().getRouter();
        var navigation = new NavigationEvent(router, new Location("x"), ui, NavigationTrigger.PROGRAMMATIC);
        return new BeforeEnterEvent(navigation, HomeView.class, List.of());
    }
}
