package io.chom.tenants.developer.calls;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tells a tenant what its programs called. */
@Service
public class CallReports {

    private static final int LARGEST_PAGE = 200;
    private static final Duration LONGEST = Duration.ofDays(31);

    private final CallBook book;
    private final ApiPlans plans;
    private final CallDays days;
    private final CallHours hours;
    private final TransactionalOperator transactions;
    private final Clock clock;

    CallReports(
            CallBook book,
            ApiPlans plans,
            CallDays days,
            CallHours hours,
            TransactionalOperator transactions,
            Clock clock) {
        this.book = book;
        this.plans = plans;
        this.days = days;
        this.hours = hours;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The running day of the acting tenant. Whoever acts for it may ask. */
    public Mono<CallsToday> today() {
        return TenantContext.require()
                .flatMap(acting -> plans.find(acting.tenant())
                        .flatMap(plan -> today(acting, plan.slug(), book.terms(plan)))
                        .switchIfEmpty(
                                Mono.defer(() -> today(acting, null, Terms.of(null, clock.instant(), ZoneOffset.UTC)))))
                .as(transactions::transactional);
    }

    private Mono<CallsToday> today(Acting acting, @Nullable String plan, Terms terms) {
        Mono<Long> used = terms.isLimited()
                ? days.used(acting.tenant(), terms.day())
                : hours.count(acting.tenant(), terms.begin());
        return used.map(count -> new CallsToday(plan, terms.limit(), count, terms.end()));
    }

    /**
     * The acting tenant's calls by hour and route, the latest first. A person of the tenant may ask, and a key with
     * {@code usage:read}.
     *
     * @param from first hour
     * @param until end of the last hour, at most 31 days later
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     * @return fails with {@link Failure.Invalid} {@code calls.invalid-range} for any other span
     */
    public Mono<Page<CallHour>> hours(Instant from, Instant until, @Nullable Cursor after, int limit) {
        if (!isAskable(from, until)) {
            return Mono.error(() -> new Refused(Failure.Invalid.of(
                    "calls.invalid-range", "Ask for at most 31 days: from is the beginning, until the end.")));
        }
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        return TenantContext.require()
                .filter(CallReports::maySee)
                .switchIfEmpty(Permission.denied())
                .flatMapMany(acting -> hours.list(acting.tenant(), from, until, position(after, until), size + 1))
                .as(transactions::transactional)
                .collectList()
                .map(rows -> page(rows, size));
    }

    /** The past and a little more; the database knows fewer years than a program can name. */
    private boolean isAskable(Instant from, Instant until) {
        return !from.isBefore(Instant.EPOCH)
                && from.isBefore(until)
                && !until.isAfter(clock.instant().plus(LONGEST))
                && Duration.between(from, until).compareTo(LONGEST) <= 0;
    }

    private static boolean maySee(Acting acting) {
        return acting.actor().kind() == Actor.Kind.PERSON || acting.actor().may(Scope.USAGE_READ.right());
    }

    private static CallHours.Position position(@Nullable Cursor after, Instant until) {
        if (after == null) {
            return new CallHours.Position(until, "");
        }
        String[] parts = after.key().split(" ", 2);
        try {
            Instant hour = Instant.parse(parts[0]);
            if (hour.isBefore(Instant.EPOCH) || hour.isAfter(until)) {
                throw Cursor.unknown();
            }
            return new CallHours.Position(hour, parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.unknown();
        }
    }

    private static Page<CallHour> page(List<CallHour> rows, int size) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        CallHour last = rows.get(size - 1);
        return new Page<>(rows.subList(0, size), Cursor.after(last.hour() + " " + last.route()));
    }
}
