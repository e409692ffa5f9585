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
 * {@link #PACE_SECONDS} seconds that they are still there; those of a process that is gone fade within a minute.
 */
@Service
public class SignInBook {

    /** How often a process has to say that its sessions are there, in seconds. */
    public static final long PACE_SECONDS = 20;

    static final String CHANNEL = "sign_in_changed";

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

    /** Writes a new one in and tells everybody. For those who keep sessions. */
    public Mono<Void> begin(SignIn one) {
        return atHome(one.person().realm(), house -> signIns.keep(house, one).then(tell()));
    }

    /** Strikes one out and tells everybody. For those who keep sessions. */
    public Mono<Void> end(SignIn one) {
        return atHome(
                one.person().realm(),
                house -> signIns.remove(house, one.handle()).then(tell()));
    }

    /** Says of all sessions of a process that they are still there. For those who keep sessions. */
    public Mono<Void> keep(Collection<SignIn> all) {
        return Flux.fromIterable(all)
                .groupBy(one -> one.person().realm(), Math.max(1, all.size()))
                .concatMap(group -> group.collectList()
                        .flatMap(some -> atHome(
                                group.key(),
                                house -> signIns.tidy(house)
                                        .thenMany(Flux.fromIterable(some).concatMap(one -> signIns.keep(house, one)))
                                        .then())))
                .then();
    }

    private Mono<Void> tell() {
        return broadcast.send(CHANNEL, "");
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
