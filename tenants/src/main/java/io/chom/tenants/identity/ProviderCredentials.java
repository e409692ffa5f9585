package io.chom.tenants.identity;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Asked at the identity provider each time: people change them there. */
@Service
class ProviderCredentials implements Credentials {

    private final IdentityProvider provider;

    ProviderCredentials(IdentityProvider provider) {
        this.provider = provider;
    }

    @Override
    public Flux<Credential> mine() {
        return PersonId.acting().flatMapMany(provider::credentials);
    }
}
