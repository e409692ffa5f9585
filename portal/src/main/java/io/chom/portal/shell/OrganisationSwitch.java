package io.chom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.tenants.platform.TenantId;

/** Chooses whose data is shown, for people who belong to several organisations. */
final class OrganisationSwitch extends MenuBar {

    private final transient SignedIn signedIn;

    OrganisationSwitch(SignedIn signedIn, Language language) {
        this.signedIn = signedIn;
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("organisation-switch");
        var name = new Span(signedIn.current().name());
        name.addClassName("organisation-name");
        var face = new Span(name, Icon.SWITCH.create());
        face.addClassName("switch-face");
        var root = addItem(face);
        root.setAriaLabel(
                language.say("shell.organisation.switch", signedIn.current().name()));
        for (var organisation : signedIn.organisations()) {
            var item = root.getSubMenu().addItem(organisation.name(), event -> choose(organisation.id()));
            item.setCheckable(true);
            item.setChecked(organisation.id().equals(signedIn.current().id()));
        }
    }

    private void choose(TenantId organisation) {
        signedIn.switchTo(organisation);
        // A new page, because every open screen acts for the old organisation.
        UI.getCurrent().getPage().setLocation(".");
    }
}
