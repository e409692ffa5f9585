package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;
import reactor.core.publisher.Mono;

/** The people of an organisation, for whoever counts them and need not know them. */
public interface Crew {

    /** How many there are. Callers hold a transaction that may see them. */
    Mono<Integer> count(TenantId house);

    /** The same; others who ask this wait until the transaction of this one ends, and so does whoever adds somebody. */
    Mono<Integer> countForChange(TenantId house);
}
