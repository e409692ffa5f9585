package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.TenantId;
import reactor.core.publisher.Mono;

/** Knows the letterhead of every owner of a brand. */
public interface Letterheads {

    /**
     * The letterhead of this moment, for a job of the platform.
     *
     * @param owner a reseller, or the platform itself
     * @return empty while the owner is served on no host, to which a mail could lead
     */
    Mono<Letterhead> of(TenantId owner);
}
