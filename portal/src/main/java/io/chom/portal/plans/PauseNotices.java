package io.chom.portal.plans;

import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.shell.Notices;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionService;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a customer on every page that its plan is paused, and until when. */
@Component
class PauseNotices implements Notices {

    private final SubscriptionService subscriptions;
    private final Clock clock;

    PauseNotices(SubscriptionService subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public Optional<Source<List<Notice>>> of(SignedIn signedIn, Language language) {
        return signedIn.current().kind() == SignedIn.Kind.CUSTOMER
                ? Optional.of(new Source<>(
                        () -> subscriptions
                                .current()
                                .map(bought -> notices(bought, language))
                                .defaultIfEmpty(List.of()),
                        subscriptions::changes))
                : Optional.empty();
    }

    private List<Notice> notices(Bought bought, Language language) {
        var now = clock.instant();
        return bought.subscription().status(now) == Subscription.Status.PAUSED
                ? bought.pause(now).stream()
                        .map(pause -> new Notice(
                                Weight.WARNING,
                                language.say(
                                        "plans.paused.notice", bought.sold().name()),
                                language.say(
                                        "plans.paused.notice.why",
                                        language.formats().date(pause.end()))))
                        .toList()
                : List.of();
    }
}
