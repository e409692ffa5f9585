package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where people are signed in to the portal, in all processes. Each process writes its own sessions in, and says every
 * {@link #PACE_SECONDS} seconds how far they have come. Those of a process that is gone stay until one of their limits
 * ends them: another process goes on with one as soon as its browser asks there.
 */
@Service
public class SignInBook {

    /** How often a process has to say when its sessions were last used, in seconds. */
    public static final long PACE_SECONDS = 20;

    static final String CHANNEL = "sign_in_changed";

    private static final String BEGUN = "";

    private final SignIns signIns;
    private final Houses houses;
    private final Broadcast broadcast;
    private final TransactionalOperator transactions;

    SignInBook(SignIns signIns, Houses houses, Broadcast broadcast, TransactionalOperator transactions) {
        this.signIns = signIns;
        this.houses = houses;
        this.broadcast = broadcast;
        this.transactions = transactions;
    }

    /** Writes a new one in, or one that is used in another way from now on, and tells everybody. For those who keep sessions. */
    public Mono<Void> begin(KeptSession one) {
        return atHome(
                one.signIn().person().realm(), house -> signIns.keep(house, one).then(tell(BEGUN)));
    }

    /**
     * Strikes one out and tells everybody: no process can go on with it from then on, and one that does already hears it
     * from {@link #ended()}. For those who keep sessions.
     */
    public Mono<Void> end(SignIn one) {
        return atHome(
                one.person().realm(),
                house -> signIns.remove(house, one.handle())
                        .then(tell(one.handle().value())));
    }

    /** Those that are struck out from now on, by any process. For those who keep sessions; never ends. */
    public Flux<SessionHandle> ended() {
        return broadcast
                .listen(CHANNEL)
                .filter(body -> !body.equals(BEGUN) && !body.equals(Broadcast.RESYNC))
                .map(SessionHandle::new);
    }

    /** Strikes out those that a person has ended, whichever process has them. */
    Mono<Void> end(SessionEnd end) {
        return atHome(end.person().realm(), house -> signIns.remove(house, end));
    }

    /**
     * The session with this mark at a brand, for whoever has the cookie that the mark was made of; empty when there is
     * none, a limit has ended it or the person has. For those who keep sessions.
     */
    public Mono<KeptSession> marked(RealmName realm, String mark) {
        return atHome(realm, house -> signIns.marked(house, realm, mark));
    }

    /** Says of all sessions of a process how far they have come. For those who keep sessions. */
    public Mono<Void> keep(Collection<KeptSession> all) {
        return Flux.fromIterable(all)
                .groupBy(one -> one.signIn().person().realm(), Math.max(1, all.size()))
                .concatMap(group -> group.collectList()
                        .flatMap(some -> atHome(
                                group.key(),
                                house -> signIns.tidy(house)
                                        .thenMany(Flux.fromIterable(some).concatMap(one -> signIns.keep(house, one)))
                                        .then())))
                .then();
    }

    private Mono<Void> tell(String what) {
        return broadcast.send(CHANNEL, what);
    }

    /** Where the acting person is signed in. Every person may ask, for themselves only. */
    public Flux<SignIn> mine() {
        return PersonId.acting()
                .flatMapMany(person -> atHome(
                                person.realm(),
                                house -> signIns.of(house, person).collectList())
                        .flatMapIterable(Function.identity()));
    }

    /** Something, whenever one of anybody's has begun or ended. Never ends; shows nobody's. */
    public Flux<?> changes() {
        return broadcast.listen(CHANNEL);
    }

    private <T> Mono<T> atHome(RealmName realm, Function<Acting, Mono<T>> work) {
        return houses.of(realm)
                .map(house -> Houses.acting(house.id()))
                .flatMap(house ->
                        work.apply(house).as(transactions::transactional).contextWrite(TenantContext.as(house)));
    }
}
