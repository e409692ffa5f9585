package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.increase.Increase.State;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.TenantService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where requests for more are decided: a reseller's owners and administrators about its customers, the platform's operators
 * about resellers. The customer is told in the same transaction.
 */
@Service
public class IncreaseDesk {

    private static final int SHOWN = 200;

    private final IncreaseBook book;
    private final IncreaseService service;
    private final DueIncreases across;
    private final TenantService tenants;
    private final HouseMails mails;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    IncreaseDesk(
            IncreaseBook book,
            IncreaseService service,
            DueIncreases across,
            TenantService tenants,
            HouseMails mails,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.book = book;
        this.service = service;
        this.across = across;
        this.tenants = tenants;
        this.mails = mails;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** What there is to decide, the oldest first, and then what was decided, the latest first. */
    public Mono<List<Increase>> current() {
        return decider()
                .flatMapMany(acting -> acting.actor().may("operator")
                        ? across.ofOwners(SHOWN)
                        : book.ofCustomers(acting.tenant(), SHOWN).as(transactions::transactional))
                .collectList();
    }

    /**
     * Grants a request, for so much as is thought right, from this day on. Refused with {@code increase.amount} unless it is
     * more than the plan allows, with {@code increase.day} for a day that is over, and with {@code increase.decided} where it
     * does not wait any more.
     *
     * @param limit how much is allowed instead
     * @param until the last day with it; null for as long as the subscription runs
     * @param answer what the customer is told besides; may be empty
     */
    public Mono<Void> grant(
            TenantId customer, IncreaseId id, BigDecimal limit, @Nullable LocalDate until, String answer) {
        return decide(customer, id, which -> {
            service.checkLimit(which.meter().id(), which.included(), limit);
            checkDay(until);
            return book.grant(
                    which,
                    limit,
                    until == null ? null : until.plusDays(1),
                    IncreaseService.text(answer),
                    clock.instant());
        });
    }

    /** A day that has begun nowhere is over nowhere. */
    private void checkDay(@Nullable LocalDate until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (until != null && (!until.isAfter(today) || until.isAfter(today.plusYears(10)))) {
            throw new Refused(Failure.Invalid.of("increase.day", "Choose a day after today, within ten years."));
        }
    }

    /** Declines a request; refused with {@code increase.decided} where it does not wait any more. */
    public Mono<Void> decline(TenantId customer, IncreaseId id, String answer) {
        return decide(customer, id, move(State.ASKED, State.DECLINED, answer));
    }

    /** Takes back what was granted; refused with {@code increase.decided} where nothing is. */
    public Mono<Void> end(TenantId customer, IncreaseId id) {
        return decide(customer, id, move(State.GRANTED, State.ENDED, ""));
    }

    private Function<Increase, Mono<Boolean>> move(State before, State after, String answer) {
        return which -> book.move(which, before, after, IncreaseService.text(answer), clock.instant());
    }

    private Mono<Void> decide(TenantId customer, IncreaseId id, Function<Increase, Mono<Boolean>> decision) {
        return decider()
                .filter(isOther(customer))
                .switchIfEmpty(Permission.denied())
                .flatMap(acting -> tenants.acting(customer))
                .flatMap(acting -> book.find(customer, id)
                        .switchIfEmpty(IncreaseService.missing())
                        .flatMap(decision)
                        .flatMap(IncreaseService::unlessDecided)
                        .then(Mono.defer(() -> book.find(customer, id)))
                        .flatMap(decided -> mails.write(customer, house -> new IncreaseAnsweredMail(decided, house)))
                        .then(broadcast.send(IncreaseService.CHANNEL, customer.toString()))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(acting)));
    }

    /** Nobody decides about what he asks for himself. */
    private static Predicate<Acting> isOther(TenantId customer) {
        return acting -> !acting.tenant().equals(customer);
    }

    /** Something, whenever something was asked for or decided. Never ends. */
    public Flux<?> changes() {
        return broadcast.listen(IncreaseService.CHANNEL);
    }

    private static Mono<Acting> decider() {
        return Permission.any("owner", "admin", "operator")
                .filter(Acting::isReseller)
                .switchIfEmpty(Permission.denied());
    }
}
