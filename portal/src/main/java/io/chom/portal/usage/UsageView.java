package io.chom.portal.usage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.AsyncState;
import io.chom.portal.live.Live;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Freshness;
import io.chom.portal.parts.PageHead;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.UsageOverview;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A customer's running period: used against included, the estimated bill, and the last 30 days. */
@Route("usage")
@RolesAllowed("customer")
final class UsageView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Language language = Language.of(UI.getCurrent());
    private final transient Live<UsageOverview> live;
    private final ChartCard chart;
    private final Freshness freshness;
    private final StatePanel<UsageOverview> panel;

    UsageView(SignedIn signedIn, CustomerUsage usage, Clock clock) {
        this.signedIn = signedIn;
        chart = new ChartCard(language, signedIn.acting(), usage, clock);
        freshness = new Freshness(language, this::reload);
        panel = new StatePanel<>(language, skeleton(), content(), this::reload);
        addClassName("view");
        add(new PageHead(language.say("usage.title"), language.say("usage.purpose")).with(freshness), panel);
        live = Live.on(this, signedIn.acting(), clock, new Source<>(usage::overview, usage::changes), this::show);
    }

    private UsageContent content() {
        return new UsageContent(language, new FirstEvent(signedIn, language), chart);
    }

    private static com.vaadin.flow.component.Component skeleton() {
        return Skeletons.page(Skeletons.cards(3), Skeletons.chart(), Skeletons.rows(3));
    }

    private void show(AsyncState<UsageOverview> state) {
        panel.show(state);
        freshness.show(state);
    }

    private void reload() {
        live.reload();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ChartCard.METER)
                .ifPresent(chart::prefer);
    }

    @Override
    public String getPageTitle() {
        return signedIn.titled(language.say("usage.title"));
    }
}
