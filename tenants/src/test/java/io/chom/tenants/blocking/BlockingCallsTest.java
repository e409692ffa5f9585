package io.chom.tenants.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;

/** The watch over the event loops, which is on in every test of this module: without these, its silence would prove nothing. */
class BlockingCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void a_wait_on_an_event_loop_is_found_and_fails_the_class() {
        var loops = HttpResources.get().onServer(true);
        var waiting = Mono.fromCallable(BlockingCallsTest::await).subscribeOn(Schedulers.fromExecutor(loops));

        assertThatThrownBy(() -> waiting.block(PATIENCE)).hasRootCauseInstanceOf(BlockingOperationError.class);

        assertThat(Found.take()).singleElement().isInstanceOf(BlockingOperationError.class);
    }

    @Test
    void a_wait_that_somebody_swallows_is_found_too() {
        var loops = HttpResources.get().onServer(true);
        var waiting = Mono.fromCallable(BlockingCallsTest::await)
                .onErrorReturn(true)
                .subscribeOn(Schedulers.fromExecutor(loops));

        assertThat(waiting.block(PATIENCE)).isTrue();

        var found = Found.take();
        assertThat(found).hasSize(1);
        Found.add(found.getFirst());
        assertThatThrownBy(() -> new Found().afterAll(null)).hasMessageContaining("1 blocking call");
    }

    @Test
    void a_wait_on_a_thread_that_is_there_for_it_is_fine() {
        var waiting = Mono.fromCallable(BlockingCallsTest::await).subscribeOn(Schedulers.boundedElastic());

        assertThat(waiting.block(PATIENCE)).isFalse();
        assertThat(Found.take()).isEmpty();
    }

    private static boolean await() throws InterruptedException {
        return new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
    }
}
