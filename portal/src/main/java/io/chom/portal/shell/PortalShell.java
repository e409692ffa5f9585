package io.chom.portal.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import io.chom.portal.formats.Language;
import io.chom.portal.shell.Destinations.Destination;
import io.chom.portal.shell.Destinations.Group;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The frame of every screen. */
@Layout
@PermitAll
final class PortalShell extends AppLayout implements AfterNavigationObserver {

    private static final String CONTENT = "content";

    private final Anchor skip = new Anchor();
    private final Div page = new Div();

    PortalShell(SignedIn signedIn, List<Destinations> modules, List<Notices> notices, Clock clock) {
        var language = Language.of(UI.getCurrent());
        var bell = new Bell(language);
        var banner = new Banner(language);
        addClassName("shell");
        setPrimarySection(Section.DRAWER);
        skip.setText(language.say("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        addToDrawer(logo(signedIn, language));
        navigation(signedIn, modules, language).forEach(this::addToDrawer);
        var modes = new ModeSwitch(signedIn, language, clock);
        addToNavbar(skip, new TopBar(signedIn, language, modes, bell, new UserMenu(signedIn, modules, language)));
        setContent(main(banner));
        new NoticeBoard(bell, banner).listen(notices, signedIn, language, clock);
    }

    private Main main(Banner banner) {
        var main = new Main(banner, page);
        main.setId(CONTENT);
        main.getElement().setAttribute("tabindex", "-1");
        return main;
    }

    private static Nav logo(SignedIn signedIn, Language language) {
        var home = new Anchor(
                "",
                logo(signedIn.logoOnLight(), signedIn.brandName(), "on-light"),
                logo(signedIn.logoOnDark(), signedIn.brandName(), "on-dark"));
        home.addClassName("drawer-head");
        var landmark = new Nav(home);
        landmark.setAriaLabel(language.say("shell.home"));
        return landmark;
    }

    /** Of the two pictures the one that is not shown is not fetched: a browser lets what is lazy and hidden be. */
    private static Image logo(String picture, String name, String ground) {
        var logo = new Image();
        logo.getElement().setAttribute("loading", "lazy");
        logo.setSrc(picture);
        logo.setAlt(name);
        logo.addClassNames("brand-logo", ground);
        return logo;
    }

    /** A part for each group in which there is something to open. */
    private static List<SideNav> navigation(SignedIn signedIn, List<Destinations> modules, Language language) {
        var byGroup = modules.stream()
                .flatMap(module -> module.of(signedIn).stream())
                .collect(Collectors.groupingBy(Destination::group, TreeMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .map(group -> navigation(group.getKey(), group.getValue(), language))
                .toList();
    }

    private static SideNav navigation(Group group, List<Destination> destinations, Language language) {
        var navigation = new SideNav();
        if (group == Group.START) {
            navigation.getElement().setAttribute("aria-label", language.say("shell.navigation"));
        } else {
            navigation.setLabel(language.say(group.text()));
        }
        destinations.stream()
                .map(to -> new SideNavItem(
                        language.say(to.text()), to.view(), to.icon().create()))
                .forEach(navigation::addItem);
        return navigation;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        page.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        // Relative to the base of the application, so that the browser stays on this page.
        skip.setHref(event.getLocation().getPathWithQueryParameters() + "#" + CONTENT);
    }
}
