package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class SessionEndsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SessionEnds ends;

    @Autowired
    Broadcast broadcast;

    private final PersonId person = somebody();
    private final SessionHandle here = SessionHandle.next();
    private final SessionHandle there = SessionHandle.next();

    @Test
    void every_listener_hears_what_a_person_ends() {
        // What is sent while the connection is being made is heard as a gap only.
        broadcast.hearing().filter(hears -> hears).blockFirst(PATIENCE);
        List<SessionEnd> heard = new CopyOnWriteArrayList<>();
        List<SessionEnd> heardElsewhere = new CopyOnWriteArrayList<>();
        var one = ends.heard().filter(end -> end.person().equals(person)).subscribe(heard::add);
        var two = ends.heard().filter(end -> end.person().equals(person)).subscribe(heardElsewhere::add);
        try {
            var acting = new Acting(
                    Acme.BAKERY.tenant(),
                    Acme.RESELLER.tenant(),
                    new Actor(Actor.Kind.PERSON, person.actorId(), Set.of("viewer")));
            ends.one(there)
                    .then(ends.others(here))
                    .contextWrite(TenantContext.as(acting))
                    .block(PATIENCE);

            await().atMost(PATIENCE).until(() -> heard.size() == 2 && heardElsewhere.size() == 2);
            assertThat(heard)
                    .containsExactly(new SessionEnd.One(person, there), new SessionEnd.Others(person, here))
                    .isEqualTo(heardElsewhere);
        } finally {
            one.dispose();
            two.dispose();
        }
    }

    @Test
    void one_covers_itself_and_others_cover_all_but_the_one_that_is_kept() {
        assertThat(new SessionEnd.One(person, here).covers(here)).isTrue();
        assertThat(new SessionEnd.One(person, here).covers(there)).isFalse();
        assertThat(new SessionEnd.Others(person, here).covers(here)).isFalse();
        assertThat(new SessionEnd.Others(person, here).covers(there)).isTrue();
    }

    @Test
    void an_end_is_read_as_it_was_written() {
        for (SessionEnd end : List.of(new SessionEnd.One(person, here), new SessionEnd.Others(person, there))) {
            assertThat(SessionEnd.read(end.text())).isEqualTo(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0A4C8B6E-0000-4000-8000-000000000000", "1-1-1-1-1", "../x"})
    void a_handle_that_is_none_does_not_exist(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionHandle(text));
    }

    private static PersonId somebody() {
        return new PersonId(new RealmName("acme"), new Subject(UUID.randomUUID().toString()));
    }
}
