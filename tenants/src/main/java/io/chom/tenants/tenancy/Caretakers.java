package io.chom.tenants.tenancy;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import reactor.core.publisher.Flux;

/** Knows who looks after a house; the module that knows people answers. */
public interface Caretakers {

    /** Addresses of those who may change how the house looks, where it is reached and what it pays. Asked as the house, in its transaction. */
    Flux<EmailAddress> of(TenantId house);
}
