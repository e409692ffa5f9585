package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.IssuerReads;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The ladders of the acting seller, one for each product. Owners and administrators may, and the platform's operator. */
@Service
public class LadderService {

    /** Stands for every product that has no ladder of its own. */
    public static final String ALL = "*";

    private final Ladders ladders;
    private final OverdueInvoices overdue;
    private final IssuerReads reads;
    private final TransactionalOperator transactions;
    private final Clock clock;

    LadderService(
            Ladders ladders,
            OverdueInvoices overdue,
            IssuerReads reads,
            TransactionalOperator transactions,
            Clock clock) {
        this.ladders = ladders;
        this.overdue = overdue;
        this.reads = reads;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The ladder for a catalogue, or for {@link #ALL}. */
    public Mono<Ladder> of(String catalogue) {
        return reads.issuer().flatMap(acting -> overdue.ladder(acting.tenant(), catalogue));
    }

    /**
     * Sets a ladder, also for what is unpaid at this moment.
     *
     * @param catalogue its name, or {@link #ALL}
     * @param rungs refused with {@code dunning.no-ladder} if they are none, see {@link Ladder#flaw}
     */
    public Mono<Void> change(String catalogue, List<Rung> rungs) {
        return reads.issuer()
                .filter(acting -> Ladder.flaw(rungs).isEmpty())
                .switchIfEmpty(
                        Mono.error(
                                () -> new Refused(
                                        Failure.Invalid.of(
                                                "dunning.no-ladder",
                                                "Each step lies on a later day than the one before, and a suspension needs a final warning before it."))))
                .flatMap(acting -> ladders.save(acting, catalogue, new Ladder(rungs))
                        .as(transactions::transactional)
                        .then(overdue.lookAgain(acting.tenant(), clock.instant())));
    }
}
