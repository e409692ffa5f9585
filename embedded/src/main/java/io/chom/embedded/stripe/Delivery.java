package io.chom.embedded.stripe;

import io.chom.embedded.web.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An event on its way to an endpoint.
 *
 * @param url of the endpoint
 * @param secret that the endpoint checks signatures with
 * @param event its id
 * @param type of the event
 * @param body the event as JSON
 */
record Delivery(String url, String secret, String event, String type, String body) {

    static Delivery of(Json endpoint, Json event) {
        String body = new String(Answer.json(200, event.plain()).body(), StandardCharsets.UTF_8);
        return new Delivery(endpoint.string("url"), endpoint.string("secret"), event.id(), event.string("type"), body);
    }

    /** The status of the answer, 0 if there was none within ten seconds. */
    int post(HttpClient client, long now) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", "t=%d,v1=%s".formatted(now, signature(now + "." + body)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    Json json() {
        return Json.of("event", event).set("type", type).set("url", url);
    }

    /** HMAC with SHA-256 over the time, a point and the body, as Stripe documents it. */
    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
