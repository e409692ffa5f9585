package io.chom.embedded;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running sandbox, and Stripe's own client for it. With a key of Stripe's test mode in the environment
 * ({@code CHOM_STRIPE_TEST_KEY}) the client is one for Stripe itself, so that the same tests show whether the sandbox is like it;
 * those that tell the sandbox something are left out then.
 */
final class StripeSandbox implements AutoCloseable {

    private static final String BEARER = "sk_test_abcdefghij1234";

    private final @Nullable Embedded embedded;
    private final StripeClient client;

    private StripeSandbox(@Nullable Embedded embedded, StripeClient client) {
        this.embedded = embedded;
        this.client = client;
    }

    static StripeSandbox start(Path data, String... settings) {
        var key = System.getenv("CHOM_STRIPE_TEST_KEY");
        if (key != null && settings.length == 0) {
            return new StripeSandbox(null, client(testKey(key)).build());
        }
        var embedded = Embedded.start(
                data,
                Stream.concat(Stream.of("--chom.embedded.parts=stripe"), Stream.of(settings))
                        .toArray(String[]::new));
        return new StripeSandbox(
                embedded,
                client(BEARER)
                        .setApiBase(embedded.property("chom.stripe.api-base"))
                        .build());
    }

    private static StripeClient.StripeClientBuilder client(String key) {
        return StripeClient.builder().setApiKey(key).setMaxNetworkRetries(0);
    }

    /** No test may take money. */
    private static String testKey(String key) {
        if (!key.matches("[sr]k_test_.+")) {
            throw new IllegalArgumentException("CHOM_STRIPE_TEST_KEY is no key of Stripe's test mode.");
        }
        return key;
    }

    /** A setting that the program gets. */
    String property(String name) {
        Assumptions.assumeTrue(embedded != null, "only the sandbox is told such things");
        return Objects.requireNonNull(embedded).property(name);
    }

    /** All that the API offers. */
    V1Services v1() {
        return client.v1();
    }

    String base() {
        return property("chom.stripe.api-base");
    }

    /** Tells the sandbox to go wrong. */
    JsonNode control(String path, String form) throws Exception {
        HttpResponse<String> answer = post("/sandbox/" + path, form);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return new JsonMapper().readTree(answer.body());
    }

    HttpResponse<String> get(String path) throws Exception {
        return Http.get(base() + path, "Authorization", "Bearer " + BEARER);
    }

    HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Bearer " + BEARER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return Http.send(request);
    }

    /** As the connected account. */
    static RequestOptions as(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    /** The error that a call must end with. */
    static StripeException refused(Call call) {
        try {
            call.run();
        } catch (StripeException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }

    /** A call that may be refused. */
    interface Call {
        void run() throws StripeException;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
