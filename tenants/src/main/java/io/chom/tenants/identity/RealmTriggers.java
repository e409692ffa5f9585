package io.chom.tenants.identity;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Follower;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * What makes a realm be looked at again. All channels share one connection, so a gap is one of all of them: only the
 * first of these answers it, by looking at every realm.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole("worker")
class RealmTriggers {

    @Bean
    Follower realmsAfterDomains(RealmSync realms) {
        return new Trigger(
                "domain_changed",
                body -> body.equals(Broadcast.RESYNC) ? realms.all() : realms.having(HostName.of(body)));
    }

    @Bean
    Follower realmsAfterBrands(RealmSync realms, Brands brands) {
        return ignoringGaps(
                "brand_changed", body -> brands.changed(body).then(Mono.defer(() -> realms.of(TenantId.of(body)))));
    }

    @Bean
    Follower realmsAfterTenants(RealmSync realms) {
        return ignoringGaps("tenant_changed", body -> realms.of(TenantId.of(body)));
    }

    private static Follower ignoringGaps(String channel, Function<String, Mono<Void>> work) {
        return new Trigger(channel, body -> body.equals(Broadcast.RESYNC) ? Mono.empty() : work.apply(body));
    }

    private record Trigger(String channel, Function<String, Mono<Void>> work) implements Follower {

        @Override
        public Mono<Void> changed(String body) {
            return work.apply(body);
        }
    }
}
