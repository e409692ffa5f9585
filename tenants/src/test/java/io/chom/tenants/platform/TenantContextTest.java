package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TenantContextTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void is_empty_where_nobody_acts_and_says_so() {
        assertThat(TenantContext.current().blockOptional(PATIENCE)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> TenantContext.require().block(PATIENCE))
                .withMessageContaining("contextWrite");
    }

    @Test
    void reaches_everything_upstream_and_nothing_beside_it() {
        var inner = TenantContext.require().contextWrite(TenantContext.as(Nimbus.STUDIO));
        var both = Flux.concat(TenantContext.require(), inner).contextWrite(TenantContext.as(Acme.BAKERY));

        assertThat(both.collectList().block(PATIENCE)).containsExactly(Acme.BAKERY, Nimbus.STUDIO);
    }

    @Test
    void stays_with_its_call_across_threads() {
        List<Boolean> right = Flux.range(0, 2_000)
                .flatMap(
                        i -> {
                            Acting acting = i % 2 == 0 ? Acme.BAKERY : Nimbus.STUDIO;
                            return Mono.delay(Duration.ofNanos(i))
                                    .publishOn(Schedulers.boundedElastic())
                                    .then(TenantContext.require())
                                    .publishOn(Schedulers.parallel())
                                    .map(acting::equals)
                                    .contextWrite(TenantContext.as(acting));
                        },
                        64)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(right).hasSize(2_000).containsOnly(true);
    }

    @Test
    void knows_resellers_and_rights() {
        assertThat(Acme.RESELLER.isReseller()).isTrue();
        assertThat(Acme.BAKERY.isReseller()).isFalse();
        assertThat(Acme.RESELLER.as(Acme.BAKERY.tenant(), Acme.ID)).isEqualTo(Acme.BAKERY);
        assertThat(Acme.BAKERY.actor().may("owner")).isTrue();
        assertThat(Acme.BAKERY.actor().may("usage:write")).isFalse();
        assertThat(Actor.job("rollup").may("anything")).isTrue();
    }
}
