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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class SignInBookTest extends TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    SignIns signIns;

    @Autowired
    SignInBook book;

    @Autowired
    SessionEnds ends;

    private final PersonId person = somebody("acme");

    @Override
    public String table() {
        return "identity.sign_in";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting ->
                        signIns.keep(acting, kept(signIn(person, NOW))).thenReturn(true));
    }

    @Test
    void a_person_finds_their_own_wherever_they_are_kept_and_nobody_elses() {
        SignIn here = signIn(person, NOW);
        SignIn there = signIn(person, NOW.minusSeconds(60));
        book.begin(kept(here)).block(PATIENCE);
        book.begin(kept(there)).block(PATIENCE);
        book.begin(kept(signIn(somebody("acme"), NOW))).block(PATIENCE);
        book.begin(kept(signIn(new PersonId(new RealmName("nimbus"), person.subject()), NOW)))
                .block(PATIENCE);

        assertThat(mine()).containsExactlyInAnyOrder(here, there);

        book.end(here).block(PATIENCE);

        assertThat(mine()).containsExactly(there);
    }

    @Test
    void a_round_says_when_somebody_was_last_seen_and_brings_back_what_was_missed() {
        SignIn one = signIn(person, NOW);
        book.begin(kept(one)).block(PATIENCE);
        SignIn later =
                new SignIn(one.handle(), person, one.browser(), one.system(), one.signedIn(), NOW.plusSeconds(5));
        SignIn missed = signIn(person, NOW);

        book.keep(List.of(kept(later), kept(missed))).block(PATIENCE);

        assertThat(mine()).containsExactlyInAnyOrder(later, missed);
        book.keep(List.of()).block(PATIENCE);
    }

    @Test
    void those_that_a_limit_has_ended_are_gone() {
        SignIn one = signIn(person, NOW);
        book.begin(kept(one, Instant.now().minusMillis(1))).block(PATIENCE);

        assertThat(mine()).isEmpty();
        assertThat(marked("acme", one)).isEmpty();
    }

    @Test
    void whoever_has_the_mark_finds_the_session_at_its_brand_only() {
        SignIn one = signIn(person, NOW);
        book.begin(kept(one)).block(PATIENCE);

        assertThat(marked("acme", one)).contains(kept(one));
        assertThat(marked("nimbus", one)).isEmpty();
        assertThat(marked("acme", signIn(person, NOW))).isEmpty();
    }

    @Test
    void nobody_goes_on_with_what_the_person_has_ended() {
        SignIn here = signIn(person, NOW);
        SignIn there = signIn(person, NOW);
        SignIn elsewhere = signIn(person, NOW);
        SignIn somebodys = signIn(somebody("acme"), NOW);
        List.of(here, there, elsewhere, somebodys)
                .forEach(one -> book.begin(kept(one)).block(PATIENCE));

        asPerson(ends.one(there.handle())).block(PATIENCE);
        assertThat(marked("acme", there)).isEmpty();
        assertThat(marked("acme", elsewhere)).isPresent();

        asPerson(ends.others(here.handle())).block(PATIENCE);
        assertThat(marked("acme", elsewhere)).isEmpty();
        assertThat(marked("acme", here)).isPresent();
        assertThat(marked("acme", somebodys)).isPresent();
    }

    @Test
    void every_process_hears_of_a_beginning_and_an_end() {
        List<Object> heard = new CopyOnWriteArrayList<>();
        var listening = book.changes().subscribe(heard::add);
        try {
            SignIn one = signIn(person, NOW);
            book.begin(kept(one)).block(PATIENCE);
            book.end(one).block(PATIENCE);

            await().atMost(Duration.ofSeconds(5)).until(() -> heard.size() >= 2);
        } finally {
            listening.dispose();
        }
    }

    @Test
    void every_process_hears_which_one_has_ended() {
        SignIn stays = signIn(person, NOW);
        SignIn goes = signIn(person, NOW);
        List<SessionHandle> heard = new CopyOnWriteArrayList<>();
        var listening = book.ended().subscribe(heard::add);
        try {
            book.begin(kept(stays)).block(PATIENCE);
            book.begin(kept(goes)).block(PATIENCE);
            book.end(goes).block(PATIENCE);

            await().atMost(Duration.ofSeconds(5)).until(() -> heard.contains(goes.handle()));
            assertThat(heard).doesNotContain(stays.handle());
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
        return asPerson(book.mine().collectList()).block(PATIENCE);
    }

    private <T> Mono<T> asPerson(Mono<T> work) {
        var actor = new Actor(Actor.Kind.PERSON, person.actorId(), Set.of("viewer"));
        return work.contextWrite(TenantContext.as(new Acting(Acme.BAKERY.tenant(), Acme.BAKERY.reseller(), actor)));
    }

    private Optional<KeptSession> marked(String realm, SignIn one) {
        return book.marked(new RealmName(realm), mark(one)).blockOptional(PATIENCE);
    }

    private static KeptSession kept(SignIn one) {
        return kept(one, NOW.plusSeconds(600));
    }

    private static KeptSession kept(SignIn one, Instant end) {
        return new KeptSession(one, end, new SessionTicket(mark(one), "sealed"));
    }

    private static String mark(SignIn one) {
        return one.handle().value().replace("-", "").repeat(2);
    }

    private static SignIn signIn(PersonId person, Instant seen) {
        return new SignIn(SessionHandle.next(), person, "Firefox", "Linux", NOW.minusSeconds(3_600), seen);
    }

    private static PersonId somebody(String realm) {
        return new PersonId(new RealmName(realm), new Subject(UUID.randomUUID().toString()));
    }
}
