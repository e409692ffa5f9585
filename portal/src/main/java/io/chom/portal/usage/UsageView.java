package io.chom.portal.usage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A customer's running period: used against included, the estimated bill, and the last 30 days. */
@Route("usage")
@RolesAllowed("customer")
final class UsageView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    UsageView(SignedIn signedIn, CustomerUsage usage, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "usage");
        var chart = new ChartCard(language, signedIn.acting(), usage, clock);
        var content = new UsageContent(language, new FirstEvent(signedIn, language), chart);
        var skeleton = Skeletons.page(3, Skeletons.chart(), Skeletons.list(3));
        addClassName("page");
        add(screen.live(new Source<>(() -> seen(usage), usage::changes, usage::flowing), skeleton, content));
    }

    private static Mono<UsageSeen> seen(CustomerUsage usage) {
        var forecast = usage.forecast().map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(usage.overview(), forecast, usage.uncounted())
                .map(found -> new UsageSeen(found.getT1(), found.getT2(), found.getT3()));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
