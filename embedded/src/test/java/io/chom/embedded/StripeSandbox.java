package io.chom.embedded;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running sandbox, and Stripe's own client for it. */
final class StripeSandbox implements AutoCloseable {

    private static final String BEARER = "sk_test_abcdefghij1234";

    private final Embedded embedded;
    private final StripeClient client;

    private StripeSandbox(Embedded embedded) {
        this.embedded = embedded;
        this.client = StripeClient.builder()
                .setApiKey(BEARER)
                .setApiBase(embedded.property("chom.stripe.api-base"))
                .setMaxNetworkRetries(0)
                .build();
    }

    static StripeSandbox start(Path data, String... settings) {
        return new StripeSandbox(Embedded.start(
                data,
                Stream.concat(Stream.of("--chom.embedded.parts=stripe"), Stream.of(settings))
                        .toArray(String[]::new)));
    }

    /** A setting that the program gets. */
    String property(String name) {
        return embedded.property(name);
    }

    /** All that the API offers. */
    V1Services v1() {
        return client.v1();
    }

    String base() {
        return embedded.property("chom.stripe.api-base");
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
        embedded.close();
    }
}
