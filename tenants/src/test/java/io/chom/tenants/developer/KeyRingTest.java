package io.chom.tenants.developer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Cidr;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class KeyRingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final InetAddress CLIENT = InetAddress.ofLiteral("203.0.113.7");

    @Autowired
    KeyRing ring;

    @Autowired
    ApiKeyService keys;

    @Autowired
    MeterRegistry meters;

    @Test
    void a_key_acts_for_its_tenant_on_its_brand_only() {
        var text = issue(Acme.BAKERY, null, List.of()).secret().reveal();
        var acting = ring.acting(text, Acme.ID, CLIENT).block(PATIENCE);
        assertThat(acting).isNotNull();
        assertThat(acting.tenant()).isEqualTo(Acme.BAKERY.tenant());
        assertThat(acting.actor().rights()).containsExactly("usage:write");

        var foreign = refusal(text, Nimbus.ID);
        var wrong = refusal(KeySecret.generate(new SecureRandom()).reveal(), Nimbus.ID);
        assertThat(foreign).hasMessageContaining("key.invalid").hasMessage(wrong.getMessage());
    }

    @Test
    void ten_thousand_malformed_keys_cost_no_query_and_a_repeated_one_costs_one() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        double before = lookups();
        for (int i = 0; i < 10_000; i++) {
            String text = malformed(random);
            assertThat(refusal(text, Acme.ID)).as("seed %d, %s", seed, text).hasMessageContaining("key.invalid");
        }
        assertThat(lookups()).isEqualTo(before);

        var unknown = KeySecret.generate(new SecureRandom()).reveal();
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(unknown, Acme.ID)).hasMessageContaining("key.invalid");
        }
        assertThat(lookups()).isEqualTo(before + 1);
    }

    @Test
    void a_revoked_key_stops_working_within_a_second() {
        var issued = issue(Acme.BAKERY, null, List.of());
        var text = issued.secret().reveal();
        assertThat(ring.acting(text, Acme.ID, CLIENT).block(PATIENCE)).isNotNull();
        as(Acme.BAKERY, keys.revoke(issued.key().id()).thenReturn(true));
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (ring.acting(text, Acme.ID, CLIENT).onErrorComplete().block(PATIENCE) != null) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
        }
    }

    @Test
    void a_key_ends_at_its_time_and_works_from_its_addresses_only() {
        var ended = issue(Acme.BAKERY, Instant.now().minusSeconds(1), List.of());
        assertThat(refusal(ended.secret().reveal(), Acme.ID)).hasMessageContaining("key.invalid");
        var narrow = issue(Acme.BAKERY, null, List.of(Cidr.of("198.51.100.0/24"), Cidr.of("2001:db8::/32")));
        assertThat(refusal(narrow.secret().reveal(), Acme.ID)).hasMessageContaining("key.invalid");
        for (String from : List.of("198.51.100.255", "2001:db8::7")) {
            assertThat(ring.acting(narrow.secret().reveal(), Acme.ID, InetAddress.ofLiteral(from))
                            .block(PATIENCE))
                    .isNotNull();
        }
    }

    @Test
    void after_a_rotation_both_keys_work_until_the_overlap_is_over() {
        var old = issue(Acme.FLORIST, null, List.of());
        var young = as(Acme.FLORIST, keys.rotate(old.key().id(), Duration.ofHours(1)));
        assertThat(ring.acting(old.secret().reveal(), Acme.ID, CLIENT).block(PATIENCE))
                .isNotNull();
        assertThat(ring.acting(young.secret().reveal(), Acme.ID, CLIENT).block(PATIENCE))
                .isNotNull();
        assertThat(young.key().scopes()).isEqualTo(old.key().scopes());

        var last = as(Acme.FLORIST, keys.rotate(young.key().id(), Duration.ZERO));
        assertThat(last.key().id()).isNotEqualTo(young.key().id());
        assertThat(catchThrowable(() -> as(Acme.FLORIST, keys.rotate(young.key().id(), Duration.ZERO))))
                .hasMessageContaining("not-found");
    }

    @Test
    void a_key_makes_no_stronger_key_and_a_viewer_makes_none() {
        var wanted = new NewKey("more", Set.of(Scope.USAGE_WRITE), List.of(), null);
        var weak = new Acting(
                Acme.BAKERY.tenant(), Acme.ID, new Actor(Actor.Kind.KEY, "weak", Set.of("keys:write", "usage:read")));
        assertThatThrownBy(() -> as(weak, keys.issue(wanted))).hasMessageContaining("forbidden");
        var viewer =
                new Acting(Acme.BAKERY.tenant(), Acme.ID, new Actor(Actor.Kind.PERSON, "viewer", Set.of("viewer")));
        assertThatThrownBy(() -> as(viewer, keys.issue(wanted))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(viewer, keys.list(null, 10))).hasMessageContaining("forbidden");
    }

    @Test
    void another_tenants_key_and_a_missing_one_are_the_same_to_the_one_who_asks() {
        var foreign = issue(Nimbus.STUDIO, null, List.of()).key().id();
        var absent = catchThrowable(() -> as(Acme.BAKERY, keys.revoke(ApiKeyId.next())));
        for (var asking : List.of(Acme.BAKERY, Acme.RESELLER, Nimbus.CLINIC, Nimbus.RESELLER)) {
            assertThat(catchThrowable(() -> as(asking, keys.revoke(foreign)))).hasMessage(absent.getMessage());
        }
        assertThat(as(Nimbus.STUDIO, keys.list(null, 200)).items())
                .anyMatch(key -> key.id().equals(foreign) && key.times().revoked() == null);
    }

    private static String malformed(Random random) {
        String good = KeySecret.generate(random).reveal();
        return switch (random.nextInt(5)) {
            case 0 -> good.substring(0, random.nextInt(good.length()));
            case 1 -> good + (char) random.nextInt(1, 0x250);
            case 2 -> good.replace("ck_live_", "ck_test_");
            case 3 -> good.substring(0, 20) + (good.charAt(20) == 'x' ? 'y' : 'x') + good.substring(21);
            default -> new java.math.BigInteger(200, random).toString(36);
        };
    }

    private double lookups() {
        return meters.counter("chom.cross_tenant", "purpose", "api key").count();
    }

    private Throwable refusal(String text, TenantId reseller) {
        return catchThrowable(() -> ring.acting(text, reseller, CLIENT).block(PATIENCE));
    }

    private IssuedKey issue(Acting owner, @Nullable Instant expires, List<Cidr> from) {
        return as(owner, keys.issue(new NewKey("test", Set.of(Scope.USAGE_WRITE), from, expires)));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }
}
