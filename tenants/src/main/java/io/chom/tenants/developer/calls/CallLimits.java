package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.Rounds;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets through as many calls a day as the plan of a tenant has, not one more, over all processes together. Each process
 * holds a lease of a small share of them, so that a call costs a step in memory; what it does not need it gives back.
 *
 * <p>Who has no plan, or one without a daily limit, is never refused. While the database is away, calls go on with what
 * is leased and are then refused as {@code unavailable} as soon as the database is found to be away: letting them through
 * uncounted would break the limit, and most calls need the database anyway. What a process held that was killed counts as
 * used, at most a few hundredths of the limit.
 */
@Service
public class CallLimits extends Rounds implements Follower {

    private static final Duration PACE = Duration.ofSeconds(2);
    /** Bodies are a tenant whose plan has changed, or a tenant and the process that asks for its calls. */
    static final String CHANNEL = "call_limit_changed";

    private static final Logger LOG = LoggerFactory.getLogger(CallLimits.class);
    private static final int AT_ONCE = 8;

    private final CallBook book;
    private final UUID process = Uuids.next();
    private final ConcurrentMap<TenantId, Account> accounts = new ConcurrentHashMap<>();

    CallLimits(CallBook book) {
        this.book = book;
    }

    /**
     * Takes one call of the acting tenant's day, if that can be told at once, as it mostly can. Anybody may: what is
     * taken is one's own.
     *
     * @return false if it is not known yet, which {@link #take} finds out
     */
    public boolean takeAtOnce(Acting acting) {
        Account account = accounts.get(acting.tenant());
        return account != null && account.takeAtOnce();
    }

    /**
     * Takes one call of the acting tenant's day, waiting for the database where it must.
     *
     * @return fails with {@link Failure.LimitReached} {@code calls.exhausted} when the day has none left
     */
    public Mono<Void> take(Acting acting) {
        return accounts.computeIfAbsent(acting.tenant(), tenant -> open(acting)).take();
    }

    private Account open(Acting acting) {
        var job = new Acting(acting.tenant(), acting.reseller(), Actor.job("call limit"));
        return new Account(job, process, book, this::soon);
    }

    /** What fails here is tried again by the next round. */
    private void soon(Account account) {
        account.settle().subscribe(done -> {}, failed -> LOG.debug("A lease of calls was not settled", failed));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Mono<Void> changed(String body) {
        return Mono.fromRunnable(() -> heard(body));
    }

    private void heard(String body) {
        if (body.equals(Broadcast.RESYNC)) {
            accounts.values().forEach(Account::change);
            return;
        }
        String[] parts = body.split(" ", 2);
        Account account = accounts.get(TenantId.of(parts[0]));
        boolean mine = parts.length == 2 && parts[1].equals(process.toString());
        if (account == null || mine) {
            return;
        }
        if (parts.length == 2) {
            account.giveBack();
        } else {
            account.change();
        }
        soon(account);
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(PACE);
    }

    @Override
    protected Mono<Void> round() {
        return each(Account::round);
    }

    /** Everything goes back. */
    @Override
    protected Mono<Void> last() {
        return each(Account::close);
    }

    private Mono<Void> each(Function<Account, Mono<Void>> work) {
        return Flux.defer(() -> Flux.fromIterable(accounts.values()))
                .flatMap(account -> part(work.apply(account)), AT_ONCE)
                .then();
    }
}
