package io.chom.portal.brand;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.Skeletons;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.tenancy.website.WebsiteImports;
import io.chom.theming.Brand;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Opens the dialog in which a brand starts from the website of its house. What is read ends when that is closed. */
final class WebsiteStart extends Button {

    /** @param change told how to change the brand when a person takes something over */
    WebsiteStart(
            Language language,
            Acting acting,
            Clock clock,
            WebsiteImports imports,
            Consumer<UnaryOperator<Brand>> change) {
        super(language.say("brand.website"), Icon.GLOBE.create());
        addClickListener(event -> open(language, acting, clock, new WebsiteWork(imports::read), change));
    }

    private static void open(
            Language language, Acting acting, Clock clock, WebsiteWork work, Consumer<UnaryOperator<Brand>> change) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(language.say("brand.website"));
        dialog.addClassName("website-dialog");
        dialog.setWidth("min(760px, calc(100vw - 24px))");
        var panel = new LivePanel<>(
                language,
                acting,
                clock,
                new Source<>(work::page, work::changes),
                Skeletons.rows(2),
                new WebsiteContent(language, work, choice -> {
                    change.accept(choice::on);
                    dialog.close();
                }));
        work.whenWished(panel::reload);
        var close = new Button(language.say("brand.website.close"), event -> dialog.close());
        dialog.add(panel);
        dialog.getFooter().add(close);
        dialog.open();
    }
}
