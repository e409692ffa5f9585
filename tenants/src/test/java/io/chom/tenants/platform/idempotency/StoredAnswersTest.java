package io.chom.tenants.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.Fingerprint;
import io.chom.tenants.platform.IdempotencyKey;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.Instant;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TenantsTest
class StoredAnswersTest extends TenantIsolationContract {

    @Autowired
    StoredAnswers answers;

    private final IdempotencyKey key = new IdempotencyKey(Uuids.next().toString());

    @Override
    public String table() {
        return "platform.idempotency_key";
    }

    @Override
    public Publisher<?> write() {
        Instant now = Instant.now();
        var term = new StoredAnswers.Term(now, now.plus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1)));
        return answers.claim(key, Fingerprint.of("POST", "/", "x".getBytes(UTF_8)), Uuids.next(), term);
    }

    @Override
    public Flux<?> read() {
        return answers.find(key).flux();
    }
}
