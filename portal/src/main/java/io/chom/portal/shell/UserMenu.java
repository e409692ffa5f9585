package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import java.util.List;

/** Who is signed in, what is theirs, and the way out. */
final class UserMenu extends MenuBar {

    UserMenu(SignedIn signedIn, List<Destinations> modules, Language language) {
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.ALIGN_END);
        addClassNames("icon-menu", "user-menu");
        var avatar = new Avatar(signedIn.userName());
        avatar.getElement().setAttribute("aria-hidden", "true");
        var root = addItem(avatar);
        root.setAriaLabel(language.say("shell.user", signedIn.userName()));
        var person = root.getSubMenu().addItem(person(signedIn));
        person.setEnabled(false);
        root.getSubMenu().addSeparator();
        modules.stream()
                .flatMap(module -> module.personal().stream())
                .forEach(to -> root.getSubMenu().addItem(line(to.icon(), language.say(to.text())), event -> open(to)));
        root.getSubMenu().addItem(line(Icon.LOG_OUT, language.say("shell.log-out")), event -> signedIn.logOut());
    }

    private static void open(Destinations.Destination to) {
        UI.getCurrent().navigate(to.view());
    }

    private static Span line(Icon icon, String words) {
        var line = new Span(words);
        line.addClassNames("menu-line", "with-icon", icon.style());
        return line;
    }

    private static Div person(SignedIn signedIn) {
        var name = new Span(signedIn.userName());
        name.addClassName("person-name");
        var email = new Span(signedIn.email());
        email.addClassName("person-email");
        var person = new Div(name, email);
        person.addClassName("person");
        return person;
    }
}
