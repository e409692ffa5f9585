package io.chom.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;

/** The bar above the page: whose data it is, notices, help, colour mode and the person. */
final class TopBar extends Composite<Header> {

    TopBar(SignedIn signedIn, Language language, ModeSwitch modes, Bell bell, UserMenu menu) {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(language.say("shell.menu"));
        var space = new Div();
        space.addClassName("grow");
        getContent().addClassName("top-bar");
        getContent().add(toggle, organisation(signedIn, language), space);
        signedIn.helpUrl().ifPresent(url -> getContent().add(help(url, language)));
        getContent().add(modes, bell, menu);
    }

    private static Component organisation(SignedIn signedIn, Language language) {
        if (signedIn.organisations().size() > 1) {
            return new OrganisationSwitch(signedIn, language);
        }
        var name = new Span(signedIn.current().name());
        name.addClassName("organisation-name");
        return name;
    }

    private static Anchor help(String url, Language language) {
        var help = new Anchor(url, Icon.HELP.create(), new Span(language.say("shell.help")));
        help.setTarget(AnchorTarget.BLANK);
        help.getElement().setAttribute("rel", "noopener");
        help.addClassName("help");
        return help;
    }
}
