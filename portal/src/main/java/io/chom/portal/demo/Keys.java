package io.chom.portal.demo;

import io.chom.tenants.developer.ApiKeyService;
import io.chom.tenants.developer.NewKey;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Tenant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Gives a demo customer one API key, and remembers it. */
final class Keys {

    private static final NewKey WANTED =
            new NewKey("Demo", Set.of(Scope.USAGE_READ, Scope.USAGE_WRITE, Scope.KEYS_READ), List.of(), null);

    private final ApiKeyService keys;
    private final DemoMemory memory;

    Keys(ApiKeyService keys, DemoMemory memory) {
        this.keys = keys;
        this.memory = memory;
    }

    Mono<String> of(String house, Tenant customer) {
        String name = house + "." + customer.slug();
        return Mono.justOrEmpty(memory.key(name))
                .switchIfEmpty(Mono.defer(() -> keys.issue(WANTED))
                        .map(issued -> issued.secret().reveal())
                        .doOnNext(secret -> memory.keepKey(name, secret)))
                .contextWrite(TenantContext.as(Houses.acting(customer)));
    }
}
