package io.chom.tenants.identity;

import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Crew;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The members of a house are its crew. */
@Component
class HouseCrew implements Crew {

    private final Memberships memberships;

    HouseCrew(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Mono<Integer> count(TenantId house) {
        return memberships.of(house).count().map(Long::intValue);
    }

    @Override
    public Mono<Integer> countForChange(TenantId house) {
        return memberships.lock(house).then(count(house));
    }
}
