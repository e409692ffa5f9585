package io.chom.tenants.platform.idempotency;

import io.chom.tenants.platform.Answer;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Fingerprint;
import io.chom.tenants.platform.IdempotencyKey;
import io.chom.tenants.platform.IdempotencyKeys;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.platform.idempotency.StoredAnswers.Kept;
import io.chom.tenants.platform.idempotency.StoredAnswers.Term;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Claims a key, does the work and keeps its answer; whoever comes later gets that answer or is told to wait. */
@Service
class OnceOnly implements IdempotencyKeys {

    /** Longer than any request may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofHours(24);

    private final StoredAnswers answers;
    private final TransactionalOperator transactions;
    private final Clock clock;

    OnceOnly(StoredAnswers answers, TransactionalOperator transactions, Clock clock) {
        this.answers = answers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mono<Answer> once(IdempotencyKey key, Fingerprint fingerprint, Mono<Answer> work) {
        return Mono.defer(() -> {
            UUID claim = Uuids.next();
            return answers.claim(key, fingerprint, claim, term())
                    .as(transactions::transactional)
                    .flatMap(ours -> ours ? first(key, claim, work) : again(key, fingerprint));
        });
    }

    private Term term() {
        Instant now = clock.instant();
        return new Term(now, now.plus(LEASE), now.plus(KEPT));
    }

    private Mono<Answer> first(IdempotencyKey key, UUID claim, Mono<Answer> work) {
        return Mono.usingWhen(
                Mono.just(claim),
                ours -> work.switchIfEmpty(Mono.error(() -> new IllegalStateException("The work gave no answer.")))
                        .flatMap(answer -> keep(key, ours, answer))
                        .as(transactions::transactional),
                done -> Mono.empty(),
                (failed, failure) -> release(key, failed),
                cancelled -> release(key, cancelled));
    }

    /** Fails when the claim was lost, which rolls the work back. */
    private Mono<Answer> keep(IdempotencyKey key, UUID claim, Answer answer) {
        return answers.keep(key, claim, answer).flatMap(kept -> kept ? Mono.just(answer) : refuse(inProgress()));
    }

    private Mono<Void> release(IdempotencyKey key, UUID claim) {
        return answers.release(key, claim).as(transactions::transactional);
    }

    private Mono<Answer> again(IdempotencyKey key, Fingerprint fingerprint) {
        return answers.find(key)
                .as(transactions::transactional)
                .flatMap(kept -> replay(kept, fingerprint))
                .switchIfEmpty(refuse(inProgress()));
    }

    private static Mono<Answer> replay(Kept kept, Fingerprint fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            return refuse(new Failure.Conflict(
                    "idempotency-key-reused",
                    "This idempotency key belongs to another request. Send a new request with a new key."));
        }
        Answer answer = kept.answer();
        return answer == null ? refuse(inProgress()) : Mono.just(answer);
    }

    private static Failure inProgress() {
        return new Failure.Conflict(
                "idempotency-in-progress", "The first request with this key is still at work. Try again shortly.");
    }

    private static Mono<Answer> refuse(Failure failure) {
        return Mono.error(() -> new Refused(failure));
    }
}
