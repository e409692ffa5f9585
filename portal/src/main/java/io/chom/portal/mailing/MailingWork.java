package io.chom.portal.mailing;

import io.chom.portal.dns.KnownRecords;
import io.chom.portal.live.Work;
import io.chom.portal.mailing.MailingPage.Own;
import io.chom.portal.mailing.MailingPage.Tried;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.Suppression;
import io.chom.tenants.platform.mail.SuppressionService;
import io.chom.tenants.tenancy.senders.MailSenderService;
import io.chom.tenants.tenancy.senders.MailSenderSettings;
import io.chom.tenants.tenancy.senders.SenderCheckups;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person wants done about how mail is sent, and what there is then. */
final class MailingWork extends Work<MailingPage> {

    private final MailSenderService senders;
    private final SenderCheckups checkups;
    private final SuppressionService suppressions;
    private final KnownRecords records = new KnownRecords();

    private volatile Optional<Tried> tried = Optional.empty();

    MailingWork(MailSenderService senders, SenderCheckups checkups, SuppressionService suppressions) {
        this.senders = senders;
        this.checkups = checkups;
        this.suppressions = suppressions;
    }

    /** @param password null to keep the one that is there */
    void save(MailSenderSettings wanted, @Nullable String password) {
        tried = Optional.empty();
        wish(() -> senders.save(wanted, password));
    }

    void reset() {
        tried = Optional.empty();
        wish(senders::reset);
    }

    void test(EmailAddress to) {
        wish(() -> senders.test(to).doOnNext(delivery -> tried = Optional.of(new Tried(to.value(), delivery))));
    }

    void check() {
        wish(checkups::checkNow);
    }

    void lift(Suppression suppression) {
        wish(() -> suppressions.lift(suppression.address()));
    }

    @Override
    protected Mono<MailingPage> found() {
        return Mono.zip(senders.settings(), own(), suppressions.list(null).collectList())
                .map(all -> new MailingPage(all.getT1(), all.getT2(), tried, all.getT3(), refusal()));
    }

    private Mono<Optional<Own>> own() {
        return checkups.standing()
                .flatMap(standing -> standing.isProved()
                        ? Mono.just(new Own(standing, Optional.empty()))
                        : records.of(List.of(standing.address(), standing.identity()), checkups::records)
                                .map(needed -> new Own(standing, Optional.of(needed))))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public Flux<?> changes() {
        return checkups.changes();
    }
}
