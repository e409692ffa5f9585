package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** A provider that answers only when it is told to. */
class LogInQueueTest {

    private final Semaphore answers = new Semaphore(0);
    private final Semaphore asked = new Semaphore(0);
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer provider;

    @BeforeEach
    void start() throws Exception {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.setExecutor(threads);
        provider.createContext("/", exchange -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            asked.release();
            answers.acquireUninterruptibly();
            under.decrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        answers.release(1_000);
        provider.stop(0);
        threads.close();
    }

    @Test
    void all_are_answered_but_never_more_at_a_time() throws Exception {
        RestClient client = client(3, Duration.ofSeconds(20));
        List<Callable<Integer>> people = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            people.add(() -> ask(client));
        }
        var gate = threads.submit(() -> {
            asked.acquire(3);
            answers.release(40);
            return null;
        });

        for (var answer : threads.invokeAll(people)) {
            assertThat(answer.get()).isEqualTo(204);
        }

        gate.get();
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void who_waits_too_long_is_given_up_and_the_turn_goes_on() throws Exception {
        RestClient client = client(1, Duration.ofMillis(100));
        var first = threads.submit(() -> ask(client));
        asked.acquire();

        assertThatThrownBy(() -> ask(client))
                .isInstanceOf(ResourceAccessException.class)
                .hasRootCauseMessage("Too many log-ins wait for the identity provider.");

        answers.release(2);
        assertThat(first.get()).isEqualTo(204);
        assertThat(ask(client)).isEqualTo(204);
    }

    private RestClient client(int atATime, Duration patience) {
        return RestClient.builder()
                .requestInterceptor(new LogInQueue(atATime, patience))
                .baseUrl(URI.create("http://127.0.0.1:" + provider.getAddress().getPort()))
                .build();
    }

    private static int ask(RestClient client) {
        return client.get()
                .uri("/")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
