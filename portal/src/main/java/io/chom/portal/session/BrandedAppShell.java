package io.chom.portal.session;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.theme.aura.Aura;
import io.chom.theming.icons.AppIcons;
import io.chom.theming.icons.IconUse;
import java.util.Map;

/** The page around the application: the brand's style sheet is in its head, so that the first paint is in the brand. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://ui/app.css")
@StyleSheet("context://ui/shell.css")
public class BrandedAppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        var request = (VaadinServletRequest) settings.getRequest();
        var look = ServedBrand.of(request.getHttpServletRequest()).look();
        settings.setPageTitle(look.brand().name());
        settings.addLink("stylesheet", look.stylesheet().path());
        var icon = look.assets().favicon();
        settings.addLink(icon.path(), Map.of("rel", "icon", "type", icon.contentType()));
        var touch = AppIcons.of(look.assets()).of(IconUse.TOUCH);
        settings.addLink(touch.path(), Map.of("rel", "apple-touch-icon", "sizes", "180x180"));
        settings.addLink("manifest", "/manifest.webmanifest");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
