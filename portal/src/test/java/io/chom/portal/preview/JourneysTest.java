package io.chom.portal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.chom.portal.live.Screens;
import io.chom.portal.preview.Scene.Data;
import io.chom.portal.shell.SignedIn.Kind;
import io.chom.theming.DemoBrands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** From the first address to the screen of each role, in the real frame. */
@SpringBootTest(
        classes = Preview.class,
        properties = {"vaadin.url-mapping=/app/*", "chom.embedded.enabled=false"})
@ViewPackages(
        packages = {
            "io.chom.portal.shell",
            "io.chom.portal.usage",
            "io.chom.portal.reseller",
            "io.chom.portal.operator",
            "io.chom.portal.account"
        })
class JourneysTest extends SpringBrowserlessTest {

    @Autowired
    private Scene scene;

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER,usage,Usage",
        "RESELLER,dashboard,Dashboard Unpaid Billed Payments Plan",
        "PLATFORM,resellers,Resellers Maintenance Unpaid Billed"
    })
    void the_first_address_leads_to_the_screen_of_the_role(Kind kind, String path, String words) {
        scene.set(DemoBrands.acme(), kind, Data.TYPICAL);
        open("");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(path);
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .containsExactly(words.split(" "));
        assertThat(find(SideNavItem.class).all().getFirst().getPath()).isEqualTo(path);
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo(words.split(" ")[0] + " · Acme Hosting");
    }

    @Test
    void the_frame_has_its_landmarks_and_a_way_past_the_navigation() {
        scene.set(DemoBrands.acme(), Kind.CUSTOMER, Data.TYPICAL);
        open("usage");
        assertThat(find(Main.class).single().getId()).contains("content");
        assertThat(find(SideNav.class).single().getElement().getAttribute("aria-label"))
                .isEqualTo("Main navigation");
        assertThat(find(com.vaadin.flow.component.html.Anchor.class)
                        .withText("Skip to content")
                        .single()
                        .getHref())
                .isEqualTo("usage#content");
    }

    @Test
    void a_limit_that_is_reached_stands_above_the_page_and_behind_the_bell() {
        scene.set(DemoBrands.acme(), Kind.CUSTOMER, Data.TYPICAL);
        open("usage");
        assertThat(find(Section.class).single().getElement().getTextRecursively())
                .contains("Bandwidth has reached what your plan includes", "1,124.5\u00a0GB of 1,000\u00a0GB");
        assertThat(labels()).contains("2 notifications");
    }

    @Test
    void within_the_plan_nothing_stands_above_the_page() {
        scene.set(DemoBrands.acme(), Kind.CUSTOMER, Data.EMPTY);
        open("usage");
        assertThat(find(Section.class).all()).isEmpty();
        assertThat(labels()).contains("0 notifications");
    }

    @Test
    void the_switch_is_there_for_several_organisations_only() {
        scene.set(DemoBrands.acme(), Kind.CUSTOMER, Data.TYPICAL);
        open("usage");
        int withSwitch = find(MenuBar.class).all().size();
        scene.set(DemoBrands.acme(), Kind.RESELLER, Data.TYPICAL);
        open("dashboard");
        assertThat(withSwitch - find(MenuBar.class).all().size()).isOne();
    }

    @Test
    void the_menu_at_the_initials_leads_to_the_persons_sessions() {
        scene.set(DemoBrands.acme(), Kind.CUSTOMER, Data.TYPICAL);
        open("usage");
        var menu = find(MenuBar.class).withClassName("user-menu").single();
        var item = menu.getItems().getFirst().getSubMenu().getItems().stream()
                .filter(one -> one.getElement().getTextRecursively().equals("Your sessions"))
                .findFirst()
                .orElseThrow();
        com.vaadin.flow.component.ComponentUtil.fireEvent(item, new com.vaadin.flow.component.ClickEvent<>(item));
        Screens.settle();
        roundTrip();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("sessions");
    }

    private void open(String path) {
        // Each scene has its own person, and a window belongs to one.
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().navigate(path);
        Screens.settle();
        roundTrip();
    }

    private java.util.List<String> labels() {
        return find(com.vaadin.flow.component.button.Button.class).all().stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .toList();
    }
}
