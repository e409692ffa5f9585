package io.chom.portal.usage;

import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.shell.Notices;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageOverview;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a customer on every page about meters at 80 % of what the plan includes, or beyond. */
@Component
class UsageNotices implements Notices {

    private final CustomerUsage usage;

    UsageNotices(CustomerUsage usage) {
        this.usage = usage;
    }

    @Override
    public Optional<Source<List<Notice>>> of(SignedIn signedIn, Language language) {
        return signedIn.current().kind() == SignedIn.Kind.CUSTOMER
                ? Optional.of(new Source<>(
                        () -> usage.overview().map(overview -> notices(overview, language)), usage::changes))
                : Optional.empty();
    }

    private static List<Notice> notices(UsageOverview overview, Language language) {
        return language.worded(overview.meters()).stream()
                .filter(meter -> meter.level() != MeterUsage.Level.FINE)
                .sorted(Comparator.comparing(MeterUsage::percent).reversed())
                .map(meter -> notice(meter, language))
                .toList();
    }

    private static Notice notice(MeterUsage usage, Language language) {
        var words = new MeterWords(language);
        boolean isReached = usage.level() == MeterUsage.Level.REACHED;
        var text = isReached
                ? language.say("usage.reached", usage.meter().name())
                : language.say(
                        "usage.close",
                        usage.meter().name(),
                        language.formats().percent(usage.level() == MeterUsage.Level.NEAR ? 90 : 80));
        return new Notice(
                isReached ? Weight.ALARM : Weight.WARNING,
                text,
                language.say("usage.of", words.used(usage), words.allowed(usage)));
    }
}
