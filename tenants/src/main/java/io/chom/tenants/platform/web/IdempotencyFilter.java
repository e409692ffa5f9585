package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Answer;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.IdempotencyKey;
import io.chom.tenants.platform.IdempotencyKeys;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers a POST that comes again under the same {@code Idempotency-Key} with its first answer. */
@Component
class IdempotencyFilter implements WebFilter, Ordered {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private final IdempotencyKeys keys;
    private final ShownOnce shownOnce;

    IdempotencyFilter(IdempotencyKeys keys, ShownOnce shownOnce) {
        this.keys = keys;
        this.shownOnce = shownOnce;
    }

    @Override
    public int getOrder() {
        return Edge.IDEMPOTENCY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(KEY);
        if (given.isEmpty() || !exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            return chain.filter(exchange);
        }
        return TenantContext.current()
                .hasElement()
                .flatMap(acts -> acts ? once(exchange, chain, keyOf(given)) : chain.filter(exchange));
    }

    private static IdempotencyKey keyOf(List<String> given) {
        if (given.size() != 1) {
            throw new Refused(
                    Failure.Invalid.of("invalid-idempotency-key", "A request has at most one idempotency key."));
        }
        return new IdempotencyKey(given.getFirst());
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, IdempotencyKey key) {
        return RepeatableRequest.of(exchange.getRequest()).flatMap(request -> {
            var first = new AtomicReference<CapturedResponse>();
            Mono<Answer> work = Mono.defer(() -> {
                var response = new CapturedResponse(exchange.getResponse());
                first.set(response);
                var captured =
                        exchange.mutate().request(request).response(response).build();
                return chain.filter(captured)
                        .then(Mono.fromSupplier(() -> shownOnce.hide(captured, response.answer())));
            });
            return keys.once(key, request.fingerprint(), work).flatMap(answer -> write(exchange, first.get(), answer));
        });
    }

    /** The first answer as it was; any later one as it was kept. */
    private static Mono<Void> write(ServerWebExchange exchange, @Nullable CapturedResponse first, Answer kept) {
        if (first != null) {
            return first.send();
        }
        exchange.getResponse().getHeaders().set(REPLAYED, "true");
        return CapturedResponse.send(exchange.getResponse(), kept);
    }
}
