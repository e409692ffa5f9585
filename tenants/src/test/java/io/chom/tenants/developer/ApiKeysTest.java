package io.chom.tenants.developer;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@TenantsTest
class ApiKeysTest extends TenantIsolationContract {

    @Autowired
    ApiKeys subject;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String table() {
        return "developer.api_key";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> add(acting));
    }

    private Mono<Void> add(Acting acting) {
        var secret = KeySecret.generate(random);
        var label = new ApiKey.Label("test", secret.prefix(), secret.last4());
        var times = new ApiKey.Times(Instant.now(), null, null, null);
        return subject.add(
                new ApiKey(
                        ApiKeyId.next(),
                        acting.tenant(),
                        acting.reseller(),
                        label,
                        Set.of(Scope.USAGE_READ),
                        List.of(),
                        times),
                secret.hash());
    }

    @Override
    public Flux<?> read() {
        return TenantContext.require().flatMapMany(acting -> subject.before(acting.tenant(), new UUID(-1, -1), 10_000));
    }
}
