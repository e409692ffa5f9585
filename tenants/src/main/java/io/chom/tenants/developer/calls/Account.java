package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Acting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls of one tenant in this process. They are taken from a lease in memory; a visit to the database says what was
 * used of it and fetches more. There is one visit at a time, and everybody who needs one joins it.
 */
final class Account {

    /** How long to look for calls that other processes may give back, and in which steps. */
    private static final List<Duration> PAUSES =
            List.of(20, 40, 80, 160, 320, 640).stream().map(Duration::ofMillis).toList();
    /** How long nobody looks again after that. */
    private static final Duration UNSURE = Duration.ofSeconds(5);

    private final Acting job;
    private final UUID process;
    private final CallBook book;
    private final Consumer<Account> soon;

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicReference<@Nullable Mono<Void>> visit = new AtomicReference<>();
    private final List<Lease> ended = new CopyOnWriteArrayList<>();
    private volatile Lease lease = new Lease(Terms.NONE);
    private volatile boolean changed;
    private volatile boolean givesBack;
    private volatile boolean fetchesAhead;

    /**
     * An account without a lease.
     *
     * @param job for whom the database is asked
     * @param process the name of this process
     * @param soon begins a {@link #visit} for which nobody waits
     */
    Account(Acting job, UUID process, CallBook book, Consumer<Account> soon) {
        this.job = job;
        this.process = process;
        this.book = book;
        this.soon = soon;
    }

    /** Takes one call if there is one at hand. */
    boolean takeAtOnce() {
        return switch (lease.take(book.now())) {
            case YES -> true;
            case LAST_FEW -> {
                fetchesAhead = true;
                soon.accept(this);
                yield true;
            }
            case NO -> false;
        };
    }

    /** Takes one call, or waits for it, or is refused. */
    Mono<Void> take() {
        return Mono.defer(this::attempt).repeatWhenEmpty(times -> times).then();
    }

    private Mono<Boolean> attempt() {
        if (takeAtOnce()) {
            return Mono.just(true);
        }
        Lease current = lease;
        return current.isSpent(book.now())
                ? Mono.error(current::refusal)
                : awaited(visit()).then(Mono.empty());
    }

    /** Counted as a caller that waits, until just before it goes on. */
    private Mono<Void> awaited(Mono<Void> visit) {
        return Mono.defer(() -> {
            var here = new AtomicBoolean(true);
            Runnable leave = () -> {
                if (here.getAndSet(false)) {
                    waiting.decrementAndGet();
                }
            };
            waiting.incrementAndGet();
            return visit.doOnTerminate(leave).doOnCancel(leave);
        });
    }

    /** What is at hand goes back with the next visit, and the plan is looked up again. */
    void change() {
        changed = true;
    }

    /** What is at hand goes back with the next visit. */
    void giveBack() {
        givesBack = true;
    }

    /** Says and gives back what is due, if anything is. */
    Mono<Void> round() {
        if (lease.isIdle(book.now())) {
            givesBack = true;
        }
        return isDue() ? visit() : Mono.empty();
    }

    /** Visits until nothing is due; at most a few times. */
    Mono<Void> settle() {
        return Mono.defer(() -> isDue() ? visit() : Mono.empty())
                .repeat(PAUSES.size(), this::isDue)
                .then();
    }

    /** Gives everything back. */
    Mono<Void> close() {
        return Mono.defer(() -> {
                    giveBack();
                    return visit();
                })
                .repeat(PAUSES.size(), () -> lease.isOpen() || isDue())
                .then();
    }

    private boolean isDue() {
        return changed || givesBack || fetchesAhead || lease.isUnsaid() || !ended.isEmpty();
    }

    /** Joins the visit under way or begins one. A caller that gives up changes nothing for the others. */
    Mono<Void> visit() {
        return Mono.defer(() -> {
            Mono<Void> mine =
                    Mono.defer(this::work).doOnTerminate(() -> visit.set(null)).cache();
            Mono<Void> underway = visit.compareAndExchange(null, mine);
            return underway == null ? mine : underway;
        });
    }

    private Mono<Void> work() {
        return Mono.defer(this::once).flatMap(open -> open ? search() : Mono.empty());
    }

    /** Others have some that they may not need. */
    private Mono<Void> search() {
        return book.ask(job.tenant(), process)
                .thenMany(Flux.fromIterable(PAUSES)
                        .concatMap(pause -> Mono.delay(pause).then(Mono.defer(this::once)), 0))
                .takeUntil(open -> !open)
                .last(false)
                .doOnNext(open -> {
                    if (open) {
                        lease.spend(book.now() + UNSURE.toMillis());
                    }
                })
                .then();
    }

    /** One transaction; tells whether somebody waits in vain while others still hold some. */
    private Mono<Boolean> once() {
        boolean told = changed;
        boolean back = told || givesBack;
        long callers = waiting.get();
        long wanted = Math.max(callers, fetchesAhead ? 1 : 0);
        changed = false;
        givesBack = false;
        fetchesAhead = false;
        return book.as(job, book.terms(job.tenant()).flatMap(terms -> state(terms, back, wanted)))
                .doOnError(failed -> {
                    changed |= told;
                    givesBack |= back;
                })
                .map(all -> keep(all, callers > 0));
    }

    /** What was said in a visit, and the answer. */
    private record Said(Lease lease, Claim claim, CallDays.Standing standing) {}

    /** The database is there, so what is at hand may go: while it is away, calls go on with that. */
    private Mono<List<Said>> state(Terms terms, boolean back, long wanted) {
        if (back) {
            lease.drain();
        }
        begin(terms);
        var old = List.copyOf(ended);
        Mono<Long> clean = old.isEmpty() ? Mono.empty() : book.forget(job.tenant(), terms.day());
        return clean.thenMany(Flux.fromIterable(old).concatMap(one -> state(one, 0)))
                .concatWith(Mono.defer(() -> state(lease, wanted)))
                .collectList();
    }

    private void begin(Terms terms) {
        Lease current = lease;
        if (!terms.isLike(current.terms())) {
            lease = new Lease(terms);
            current.drain();
            ended.add(current);
        }
    }

    private Mono<Said> state(Lease one, long wanted) {
        if (!one.isLimited() || wanted == 0 && !one.isUnsaid()) {
            return Mono.empty();
        }
        Claim claim = one.claim(wanted);
        return book.settle(job.tenant(), claim).map(standing -> new Said(one, claim, standing));
    }

    private boolean keep(List<Said> all, boolean awaited) {
        all.forEach(one -> one.lease().agreed(one.claim(), one.standing().granted()));
        ended.removeIf(old -> !old.isLimited() || !old.isUnsaid());
        return awaited && all.stream().filter(one -> one.lease() == lease).anyMatch(this::isOpen);
    }

    private boolean isOpen(Said current) {
        Claim claim = current.claim();
        boolean denied = claim.isDenied(current.standing().granted());
        if (denied && current.standing().used() >= claim.limit()) {
            lease.spend(Long.MAX_VALUE);
            return false;
        }
        return denied;
    }
}
