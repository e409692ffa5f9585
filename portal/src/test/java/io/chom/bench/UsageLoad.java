package io.chom.bench;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Requests that send usage of customers: random ids, as senders have them, and the time of now. */
final class UsageLoad {

    private static final List<String> CUSTOMERS = List.of("blue-fox", "harbor-pine", "kite-bicycles", "lumen-dental");

    private final String host;
    private final List<String> keys;

    /** As holders of these keys, each as likely as the others. */
    UsageLoad(int api, List<String> keys) {
        this.host = "acme.localhost:" + api;
        this.keys = keys;
    }

    /** As some customers of the demo. */
    UsageLoad(World world, int api) throws IOException {
        this(
                api,
                List.of(
                        world.key(CUSTOMERS.get(0)),
                        world.key(CUSTOMERS.get(1)),
                        world.key(CUSTOMERS.get(2)),
                        world.key(CUSTOMERS.get(3))));
    }

    /** Each request has so many new events. */
    Supplier<byte[]> of(int events) {
        return () -> {
            var body = new StringBuilder("[");
            for (int n = 0; n < events; n++) {
                body.append(n == 0 ? "" : ",").append(event());
            }
            return request(body.append(']').toString());
        };
    }

    byte[] request(String body) {
        String key = keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
        return Http.kept(
                "POST",
                host,
                "/api/v1/usage/events",
                body,
                "Authorization: Bearer " + key,
                "Content-Type: application/json");
    }

    static String event(String id, String meter, String quantity) {
        return "{\"id\":\"%s\",\"meter\":\"%s\",\"quantity\":%s,\"time\":\"%s\"}"
                .formatted(id, meter, quantity, Instant.now());
    }

    /** One with a random id. */
    private static String event() {
        return event(UUID.randomUUID().toString(), "bandwidth_gb", "0.25");
    }

    /** The same event for the bare server, which stores it and does nothing else. */
    static byte[] bare() {
        return Http.kept(
                "POST",
                "localhost",
                "/event",
                "{\"tenant\":\"0b0e3b1c-0000-4000-8000-00000000000"
                        + ThreadLocalRandom.current().nextInt(4) + "\","
                        + event().substring(1),
                "Content-Type: application/json");
    }
}
