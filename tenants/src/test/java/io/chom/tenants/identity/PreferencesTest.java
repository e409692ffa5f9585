package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class PreferencesTest extends TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Preferences preferences;

    @Autowired
    PersonalSettings settings;

    @Override
    public String table() {
        return "identity.preference";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> preferences
                        .put(acting, somebody("acme"), ColorChoice.DARK)
                        .thenReturn(true));
    }

    @ParameterizedTest
    @EnumSource(ColorChoice.class)
    void the_last_choice_counts_whatever_organisation_the_person_works_in(ColorChoice last) {
        PersonId person = somebody("acme");

        choose(person, Acme.BAKERY, ColorChoice.DARK);
        choose(person, Acme.FLORIST, last);

        assertThat(colorOf(person)).isEqualTo(last);
    }

    @Test
    void somebody_who_chose_nothing_has_none_and_neither_has_the_same_subject_of_another_realm() {
        PersonId person = somebody("acme");
        choose(person, Acme.BAKERY, ColorChoice.LIGHT);

        assertThat(colorOf(somebody("acme"))).isNull();
        assertThat(colorOf(new PersonId(new RealmName("nimbus"), person.subject())))
                .isNull();
        assertThat(colorOf(new PersonId(new RealmName("no-such-realm"), person.subject())))
                .isNull();
    }

    @Test
    void a_key_or_a_job_has_no_colours() {
        for (Actor actor : new Actor[] {
            Actor.job("test"), new Actor(Actor.Kind.KEY, UUID.randomUUID().toString(), Set.of("owner"))
        }) {
            var acting = new Acting(Acme.BAKERY.tenant(), Acme.BAKERY.reseller(), actor);
            var refused = settings.choose(ColorChoice.DARK)
                    .thenReturn(false)
                    .onErrorResume(Refused.class, e -> Mono.just(true))
                    .contextWrite(TenantContext.as(acting))
                    .block(PATIENCE);
            assertThat(refused).isTrue();
        }
    }

    private void choose(PersonId person, Acting at, ColorChoice choice) {
        var actor = new Actor(Actor.Kind.PERSON, person.actorId(), Set.of("viewer"));
        settings.choose(choice)
                .contextWrite(TenantContext.as(new Acting(at.tenant(), at.reseller(), actor)))
                .block(PATIENCE);
    }

    private @Nullable ColorChoice colorOf(PersonId person) {
        return settings.colorOf(person).block(PATIENCE);
    }

    private static PersonId somebody(String realm) {
        // A subject may contain the sign that separates it from the realm.
        return new PersonId(new RealmName(realm), new Subject("x|" + UUID.randomUUID()));
    }
}
