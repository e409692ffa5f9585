package io.chom.portal.usage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.LivePanel;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A customer's running period: used against included, the estimated bill, and the last 30 days. */
@Route("usage")
@RolesAllowed("customer")
final class UsageView extends Div implements HasDynamicTitle {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());

    UsageView(SignedIn signedIn, CustomerUsage usage, Clock clock) {
        this.signedIn = signedIn;
        var chart = new ChartCard(language, signedIn.acting(), usage, clock);
        var content = new UsageContent(language, new FirstEvent(signedIn, language), chart);
        var source = new Source<>(usage::overview, usage::changes);
        var panel = new LivePanel<>(language, signedIn.acting(), clock, source, skeleton(), content);
        addClassName("page");
        add(new PageHead(language.say("usage.title"), language.say("usage.purpose")).with(panel.freshness()), panel);
    }

    private static Component skeleton() {
        return Skeletons.page(Skeletons.cards(3), Skeletons.chart(), Skeletons.rows(3));
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("usage.title"));
    }
}
