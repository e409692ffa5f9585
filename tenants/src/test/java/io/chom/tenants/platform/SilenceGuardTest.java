package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceGuardTest {

    private static final byte[] QUESTION = {'Q', 0, 0, 0, 4};
    private static final byte[] ROW = {'D', 0, 0, 0, 6, 0, 0};
    private static final byte[] READY = {'Z', 0, 0, 0, 5, 'I'};

    private final EmbeddedChannel connection = new EmbeddedChannel(new SilenceGuard(Duration.ofSeconds(12)));

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void a_connection_that_owes_an_answer_and_is_silent_is_closed() {
        send();
        pass(11);
        assertThat(connection.isOpen()).isTrue();
        pass(1);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void an_idle_one_may_be_silent() {
        send();
        pass(5);
        receive(ROW);
        receive(READY);
        pass(3_600);
        assertThat(connection.isOpen()).isTrue();
        send();
        pass(12);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void every_part_of_an_answer_begins_the_wait_anew_and_only_its_end_ends_it() {
        send();
        pass(10);
        receive(ROW);
        pass(10);
        assertThat(connection.isOpen()).isTrue();
        pass(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void what_comes_unasked_begins_no_wait() {
        receive(ROW);
        pass(3_600);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void what_is_sent_and_received_passes_unchanged() {
        send();
        receive(READY);
        assertThat((Object) connection.readOutbound()).isEqualTo(Unpooled.wrappedBuffer(QUESTION));
        assertThat((Object) connection.readInbound()).isEqualTo(Unpooled.wrappedBuffer(READY));
    }

    private void send() {
        assertThat(connection.writeOutbound(Unpooled.wrappedBuffer(QUESTION))).isTrue();
    }

    private void receive(byte[] bytes) {
        connection.writeInbound(Unpooled.wrappedBuffer(bytes));
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            connection.advanceTimeBy(1, TimeUnit.SECONDS);
            connection.runPendingTasks();
            connection.runScheduledPendingTasks();
        }
    }
}
