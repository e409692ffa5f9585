package io.chom.tenants.developer;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.Uuids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Issues, lists, rotates and revokes the keys of the acting tenant. */
@Service
public class ApiKeyService {

    private static final int LARGEST_PAGE = 200;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final UUID BEYOND_ALL = new UUID(-1, -1);

    private final ApiKeys keys;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeyService(ApiKeys keys, TransactionalOperator transactions, Broadcast broadcast, Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /**
     * Issues a key. An owner or admin may, and a key with {@code keys:write}, but only scopes that it has itself.
     *
     * @return the key with its secret, which is known at this moment only
     */
    public Mono<IssuedKey> issue(NewKey wanted) {
        return mayWrite()
                .filter(acting -> mayGrant(acting, wanted))
                .switchIfEmpty(Permission.denied())
                .flatMap(acting -> add(acting, wanted))
                .as(transactions::transactional);
    }

    /**
     * The tenant's keys, newest first, revoked ones too. An owner or admin may, and a key with {@code keys:read}.
     *
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     */
    public Mono<Page<ApiKey>> list(@Nullable Cursor after, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        return Permission.any("owner", "admin", Scope.KEYS_READ.right())
                .flatMapMany(acting -> keys.before(acting.tenant(), position(after), size + 1))
                .as(transactions::transactional)
                .collectList()
                .map(rows -> page(rows, size));
    }

    /**
     * Ends a key at once, in every process within a second. Who may issue may. Ending an ended one changes nothing.
     *
     * @return fails with {@link Failure.NotFound} for an id that is not the tenant's, there or not
     */
    public Mono<Void> revoke(ApiKeyId id) {
        return mayWrite()
                .flatMap(acting -> found(acting, id)
                        .then(keys.revoke(acting.tenant(), id, now()))
                        .then(tell(id)))
                .as(transactions::transactional);
    }

    /**
     * Issues a successor with the same name, scopes and addresses; the old key works on for the overlap. Who may issue may.
     *
     * @param overlap zero to 30 days
     * @return fails with {@link Failure.NotFound} for an id that is not the tenant's or no longer works
     */
    public Mono<IssuedKey> rotate(ApiKeyId id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            return Mono.error(
                    () -> new Refused(Failure.Invalid.of("key.overlap", "The old key works on for at most 30 days.")));
        }
        return mayWrite()
                .flatMap(acting -> found(acting, id)
                        .filter(old -> old.isAliveAt(now()))
                        .switchIfEmpty(missing())
                        .flatMap(old -> succeed(acting, old, overlap)))
                .as(transactions::transactional);
    }

    private Mono<IssuedKey> succeed(Acting acting, ApiKey old, Duration overlap) {
        var wanted = new NewKey(
                old.label().name(), old.scopes(), old.allowedIps(), old.times().expires());
        return mayGrant(acting, wanted)
                ? keys.expire(acting.tenant(), old.id(), now().plus(overlap))
                        .then(tell(old.id()))
                        .then(add(acting, wanted))
                : Permission.denied();
    }

    private Mono<IssuedKey> add(Acting acting, NewKey wanted) {
        return Mono.defer(() -> {
            var secret = KeySecret.generate(random);
            var key = new ApiKey(
                    ApiKeyId.next(),
                    acting.tenant(),
                    acting.reseller(),
                    new ApiKey.Label(wanted.name(), secret.prefix(), secret.last4()),
                    wanted.scopes(),
                    wanted.allowedIps(),
                    new ApiKey.Times(now(), wanted.expires(), null, null));
            return keys.add(key, secret.hash()).then(tell(key.id())).thenReturn(new IssuedKey(key, secret));
        });
    }

    private Mono<Void> tell(ApiKeyId id) {
        return Mono.defer(() -> broadcast.send(KeyRing.CHANNEL, id.toString()));
    }

    private Mono<ApiKey> found(Acting acting, ApiKeyId id) {
        return keys.find(acting.tenant(), id).switchIfEmpty(missing());
    }

    private static Mono<Acting> mayWrite() {
        return Permission.any("owner", "admin", Scope.KEYS_WRITE.right());
    }

    /** A key must not make a stronger one. */
    private static boolean mayGrant(Acting acting, NewKey wanted) {
        return acting.actor().kind() != Actor.Kind.KEY
                || wanted.scopes().stream().map(Scope::right).allMatch(acting.actor()::may);
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new Refused(Failure.NotFound.of("key")));
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID position(@Nullable Cursor after) {
        try {
            return after == null ? BEYOND_ALL : Uuids.parse(after.key());
        } catch (IllegalArgumentException e) {
            throw Cursor.unknown();
        }
    }

    private static Page<ApiKey> page(List<ApiKey> rows, int limit) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, limit),
                        Cursor.after(rows.get(limit - 1).id().toString()));
    }
}
