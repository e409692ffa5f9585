package io.chom.tenants.tenancy.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.egress.LoopbackHttp;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.LoopbackWeb;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.Nimbus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class WebsiteImportsTest {

    private final LoopbackWeb web = new LoopbackWeb().has("/", "text/html", "<title>Site</title>");
    private final MovableClock clock = new MovableClock(java.time.Instant.EPOCH);
    private final WebsiteProperties limits = new WebsiteProperties(3, 1, Duration.ofSeconds(20));
    private final WebsiteImports imports =
            new WebsiteImports(new WebsiteReader(LoopbackHttp.client(), limits), new WebsiteTurns(limits, clock));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void only_a_brand_owner_may() {
        assertThatThrownBy(() -> read(Acme.BAKERY)).isInstanceOf(Refused.class).hasMessageStartingWith("forbidden");
        assertThat(web.heads()).isEmpty();
    }

    @Test
    void each_owner_has_so_many_an_hour() {
        for (int turn = 0; turn < 3; turn++) {
            read(Acme.RESELLER);
        }
        assertThatThrownBy(() -> read(Acme.RESELLER))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("website.an-hour");
        read(Nimbus.RESELLER);
        clock.move(Duration.ofMinutes(61));
        read(Acme.RESELLER);
    }

    @Test
    void one_at_a_time_and_a_cancelled_one_is_over() {
        web.says(
                "/slow",
                out -> new java.util.concurrent.CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.SECONDS));
        Disposable slow = as(Acme.RESELLER, imports.read(web.at("/slow"))).subscribe();

        assertThatThrownBy(() -> read(Acme.RESELLER))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("website.at-once");
        slow.dispose();
        read(Acme.RESELLER);
    }

    private void read(Acting acting) {
        as(acting, imports.read(web.at("/"))).blockLast(Duration.ofSeconds(30));
    }

    private static <T> Flux<T> as(Acting acting, Flux<T> work) {
        return work.contextWrite(TenantContext.as(acting));
    }
}
