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
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.catalog.Catalogues;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a month would cost with more or less of everything, plan by plan. */
@Route("usage/what-if")
@RolesAllowed("customer")
final class WhatIfView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    WhatIfView(
            SignedIn signedIn,
            CustomerUsage usage,
            SubscriptionService subscriptions,
            Catalogues catalogues,
            Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "whatif");
        var content = new WhatIfContent(language, catalogues, signedIn.isKeeper(SignedIn.Kind.CUSTOMER));
        var source = new Source<>(() -> basis(usage, subscriptions, clock), usage::changes, usage::flowing);
        addClassName("page");
        add(screen.live(source, Skeletons.page(3, Skeletons.list(3)), content));
    }

    private static Mono<WhatIfBasis> basis(CustomerUsage usage, SubscriptionService subscriptions, Clock clock) {
        return Mono.zip(
                        usage.overview(),
                        usage.forecast().map(Optional::of).defaultIfEmpty(Optional.empty()),
                        subscriptions.current())
                .map(found -> new WhatIfBasis(
                        found.getT3().paid(clock.instant()),
                        found.getT3().term(),
                        found.getT1().off(),
                        found.getT1().meters(),
                        found.getT2()));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
