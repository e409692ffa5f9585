package io.chom.portal.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;

/** Who is signed in, and the way out. */
final class UserMenu extends MenuBar {

    UserMenu(SignedIn signedIn, Language language) {
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.ALIGN_END);
        addClassNames("icon-menu", "user-menu");
        var avatar = new Avatar(signedIn.userName());
        avatar.getElement().setAttribute("aria-hidden", "true");
        var root = addItem(avatar);
        root.setAriaLabel(language.say("shell.user", signedIn.userName()));
        var person = root.getSubMenu().addItem(person(signedIn));
        person.setEnabled(false);
        root.getSubMenu().addSeparator();
        var out = new Span(Icon.LOG_OUT.create(), new Span(language.say("shell.log-out")));
        out.addClassName("menu-line");
        root.getSubMenu().addItem(out, event -> signedIn.logOut());
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
