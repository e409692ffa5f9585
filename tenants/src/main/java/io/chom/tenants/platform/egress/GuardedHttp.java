package io.chom.tenants.platform.egress;

import io.chom.tenants.platform.egress.FetchFault.Kind;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.timeout.TimeoutException;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Asks for web addresses that a user typed, or that a stranger’s page named. Connects to public addresses only and weighs
 * each redirect like the address before it, keeps no cookies, uses no proxy, says neither who asks nor from which page,
 * and takes no more than the limits allow. Certificates are checked.
 */
@Component
public class GuardedHttp {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration STEP = Duration.ofSeconds(5);

    /** The name of a browser without a name, since the platform has none on the outside. */
    private static final String AGENT = "Mozilla/5.0 (compatible)";

    private final HttpClient client;

    @Autowired
    GuardedHttp(GuardedAddresses addresses, EgressProperties properties) {
        this(addresses, new HashSet<>(properties.ports()), UnaryOperator.identity());
    }

    /** @param further what else the client needs to know, such as whose certificates it believes */
    GuardedHttp(GuardedAddresses addresses, Set<Integer> ports, UnaryOperator<HttpClient> further) {
        this.client = further.apply(HttpClient.create(ConnectionProvider.newConnection())
                .noProxy()
                .resolver(new WeighedNames(addresses, ports))
                .followRedirect(false)
                .disableRetry(true)
                .keepAlive(false)
                .compress(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(STEP.toMillis()))
                .responseTimeout(STEP)
                .headers(headers ->
                        headers.set(HttpHeaderNames.USER_AGENT, AGENT).set(HttpHeaderNames.ACCEPT, "text/html, */*")));
    }

    /**
     * What is there.
     *
     * @return an answer with a status of success, or why there is none; fails only by a fault of ours
     */
    public Mono<Fetched> get(WebAddress address, FetchLimits limits) {
        return hop(address, limits, MOST_REDIRECTS)
                .timeout(limits.whole(), Mono.just(new Fetched.Nothing(FetchFault.tooSlow(limits.whole()))));
    }

    private Mono<Fetched> hop(WebAddress at, FetchLimits limits, int left) {
        return client.get()
                .uri(at.uri())
                .response((response, body) -> take(at, response, body, limits))
                .next()
                .onErrorResume(error -> Mono.just(new Step.End(new Fetched.Nothing(fault(at, error)))))
                .flatMap(step -> switch (step) {
                    case Step.End(var fetched) -> Mono.just(fetched);
                    case Step.On(var next) when left > 0 -> hop(next, limits, left - 1);
                    case Step.On ignored -> Mono.just(new Fetched.Nothing(Kind.LED_ASTRAY.of(at.host())));
                });
    }

    private static Mono<Step> take(WebAddress at, HttpClientResponse response, ByteBufFlux body, FetchLimits limits) {
        int status = response.status().code();
        String location = response.responseHeaders().get(HttpHeaderNames.LOCATION);
        if (status / 100 == 3 && location != null) {
            return Mono.just(onward(at, location));
        }
        return status / 100 == 2
                ? whole(response, body, limits)
                        .map(bytes -> new Step.End(new Fetched.Document(at, contentType(response), bytes)))
                : Mono.just(new Step.End(new Fetched.Nothing(FetchFault.answered(status))));
    }

    private static Step onward(WebAddress at, String location) {
        Optional<WebAddress> next = at.resolve(location).filter(there -> there.isSecure() || !at.isSecure());
        return next.<Step>map(Step.On::new)
                .orElseGet(() -> new Step.End(new Fetched.Nothing(Kind.LED_ASTRAY.of(at.host()))));
    }

    private static String contentType(HttpClientResponse response) {
        return response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    }

    private static Mono<byte[]> whole(HttpClientResponse response, ByteBufFlux body, FetchLimits limits) {
        String announced = response.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH, "0");
        boolean isTooLarge = announced.length() > 10 || Long.parseLong(announced) > limits.bytes();
        return isTooLarge
                ? Mono.error(() -> new FetchRefused(FetchFault.tooLarge(limits.bytes())))
                : body.asByteArray()
                        .collect(() -> new Basket(limits.bytes()), Basket::add)
                        .map(Basket::bytes);
    }

    private static FetchFault fault(WebAddress at, Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> known(at, cause).stream())
                .findFirst()
                .orElseGet(() -> Kind.GARBLED.of(at.host()));
    }

    private static Optional<FetchFault> known(WebAddress at, Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case FetchRefused refused -> refused.fault();
                    case ConnectTimeoutException ignored -> Kind.NOBODY_ANSWERS.of(at.host());
                    case TimeoutException ignored -> FetchFault.tooSlow(STEP);
                    case ConnectException ignored -> Kind.NOBODY_ANSWERS.of(at.host());
                    case NoRouteToHostException ignored -> Kind.NOBODY_ANSWERS.of(at.host());
                    case SSLException ignored -> Kind.BAD_CERTIFICATE.of(at.host());
                    default -> null;
                });
    }

    /** Takes parts of an answer for as long as they fit. */
    private static final class Basket {

        private final int most;
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        private Basket(int most) {
            this.most = most;
        }

        private void add(byte[] part) {
            if (parts.size() + part.length > most) {
                throw Exceptions.propagate(new FetchRefused(FetchFault.tooLarge(most)));
            }
            parts.writeBytes(part);
        }

        private byte[] bytes() {
            return parts.toByteArray();
        }
    }

    /** What one answer comes to. */
    private sealed interface Step {

        record End(Fetched fetched) implements Step {}

        record On(WebAddress next) implements Step {}
    }
}
