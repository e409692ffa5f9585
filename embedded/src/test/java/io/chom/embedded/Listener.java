package io.chom.embedded;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook endpoint that takes what Stripe's own library takes. */
final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile String secret = "";

    Listener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    void trust(String endpointSecret) {
        secret = endpointSecret;
    }

    /** Answers the next requests with 500. */
    void fail(int times) {
        failures.set(times);
    }

    /** The next so many events, in the order in which they came. */
    List<Event> next(int count) throws InterruptedException {
        List<Event> next = new ArrayList<>();
        while (next.size() < count) {
            Event event = events.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("only " + next.size() + " events came");
            }
            next.add(event);
        }
        return next;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 500;
        }
        try {
            events.add(Webhook.constructEvent(body, exchange.getRequestHeaders().getFirst("Stripe-Signature"), secret));
            return 200;
        } catch (SignatureVerificationException e) {
            return 400;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
