package io.chom.portal.session;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Lets few log-ins ask the identity provider at the same time; the others wait their turn. When hundreds of pages come
 * back from a process that has gone, it would otherwise answer all of them too late, and each would begin again.
 */
final class LogInQueue implements ClientHttpRequestInterceptor {

    private final Semaphore turns;
    private final Duration patience;

    /**
     * @param atATime how many may ask, at least one
     * @param patience after which one that waits is given up like one that is not answered
     */
    LogInQueue(int atATime, Duration patience) {
        this.turns = new Semaphore(atATime, true);
        this.patience = patience;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        awaitTurn();
        try {
            return execution.execute(request, body);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() throws IOException {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("Too many log-ins wait for the identity provider.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for the identity provider was cut short.", e);
        }
    }
}
