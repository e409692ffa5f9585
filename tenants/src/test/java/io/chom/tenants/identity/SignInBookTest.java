package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@TenantsTest
class SignInBookTest implements TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    SignIns signIns;

    @Autowired
    SignInBook book;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    DatabaseClient database;

    private final PersonId person = somebody("acme");

    @Override
    public String table() {
        return "identity.sign_in";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> signIns.keep(acting, signIn(person, NOW)).thenReturn(true));
    }

    @Override
    public DatabaseClient database() {
        return database;
    }

    @Override
    public TransactionalOperator transactions() {
        return transactions;
    }

    @Test
    void a_person_finds_their_own_wherever_they_are_kept_and_nobody_elses() {
        SignIn here = signIn(person, NOW);
        SignIn there = signIn(person, NOW.minusSeconds(60));
        book.begin(here).block(PATIENCE);
        book.begin(there).block(PATIENCE);
        book.begin(signIn(somebody("acme"), NOW)).block(PATIENCE);
        book.begin(signIn(new PersonId(new RealmName("nimbus"), person.subject()), NOW))
                .block(PATIENCE);

        assertThat(mine()).containsExactlyInAnyOrder(here, there);

        book.end(here).block(PATIENCE);

        assertThat(mine()).containsExactly(there);
    }

    @Test
    void a_round_says_when_somebody_was_last_seen_and_brings_back_what_was_missed() {
        SignIn one = signIn(person, NOW);
        book.begin(one).block(PATIENCE);
        SignIn later =
                new SignIn(one.handle(), person, one.browser(), one.system(), one.signedIn(), NOW.plusSeconds(5));
        SignIn missed = signIn(person, NOW);

        book.keep(List.of(later, missed)).block(PATIENCE);

        assertThat(mine()).containsExactlyInAnyOrder(later, missed);
        book.keep(List.of()).block(PATIENCE);
    }

    @Test
    void those_of_a_process_that_is_gone_fade() {
        book.begin(signIn(person, NOW)).block(PATIENCE);
        database.sql("update identity.sign_in set kept_at = now() - interval '61 seconds' where subject = :subject")
                .bind("subject", person.subject().value())
                .then()
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(Houses.acting(Acme.RESELLER.tenant())))
                .block(PATIENCE);

        assertThat(mine()).isEmpty();
    }

    @Test
    void every_process_hears_of_a_beginning_and_an_end() {
        List<Object> heard = new CopyOnWriteArrayList<>();
        var listening = book.changes().subscribe(heard::add);
        try {
            SignIn one = signIn(person, NOW);
            book.begin(one).block(PATIENCE);
            book.end(one).block(PATIENCE);

            await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() >= 2);
        } finally {
            listening.dispose();
        }
    }

    @Test
    void a_key_has_no_sessions_to_see() {
        var key = new Actor(Actor.Kind.KEY, UUID.randomUUID().toString(), Set.of("owner"));
        var refused = book.mine()
                .then(Mono.just(false))
                .onErrorResume(Refused.class, e -> Mono.just(true))
                .contextWrite(TenantContext.as(new Acting(Acme.BAKERY.tenant(), Acme.BAKERY.reseller(), key)))
                .block(PATIENCE);

        assertThat(refused).isTrue();
    }

    private List<SignIn> mine() {
        var actor = new Actor(Actor.Kind.PERSON, person.actorId(), Set.of("viewer"));
        return book.mine()
                .collectList()
                .contextWrite(TenantContext.as(new Acting(Acme.BAKERY.tenant(), Acme.BAKERY.reseller(), actor)))
                .block(PATIENCE);
    }

    private static SignIn signIn(PersonId person, Instant seen) {
        return new SignIn(SessionHandle.next(), person, "Firefox", "Linux", NOW.minusSeconds(3_600), seen);
    }

    private static PersonId somebody(String realm) {
        return new PersonId(new RealmName(realm), new Subject(UUID.randomUUID().toString()));
    }
}
