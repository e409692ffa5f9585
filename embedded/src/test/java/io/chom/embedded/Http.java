package io.chom.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Plain requests to a part. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Http() {}

    static HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(request(address, headers).GET());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Asks until the answer is 200. */
    static HttpResponse<String> awaitOk(String address, Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (Instant.now().isBefore(deadline)) {
            try {
                HttpResponse<String> answer = get(address);
                if (answer.statusCode() == 200) {
                    return answer;
                }
            } catch (IOException notYet) {
                // The server does not listen yet; ask again.
            }
            Thread.sleep(200);
        }
        throw new AssertionError(address + " did not answer within " + limit);
    }
}
