package io.chom.tenants.platform.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@TenantsTest
class PostgresBroadcastTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    Broadcast broadcast;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    CrossTenant platform;

    @Autowired
    DatabaseClient database;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Disposable listening;

    @BeforeEach
    void listen() {
        listening = broadcast.listen("test_channel").subscribe(heard::add);
        // The connection may still be on its way: what it hears first proves that it listens.
        await().atMost(PATIENCE).until(() -> {
            broadcast.send("test_channel", "ready").block(PATIENCE);
            return heard.contains("ready");
        });
        broadcast.send("test_channel", "start").block(PATIENCE);
        await().atMost(PATIENCE).until(() -> heard.contains("start"));
        heard.clear();
    }

    @AfterEach
    void leave() {
        listening.dispose();
    }

    @Test
    void reaches_listeners_of_its_channel_within_a_second() {
        broadcast.send("other_channel", "not mine").block(PATIENCE);
        broadcast.send("test_channel", "one body with spaces").block(PATIENCE);

        await().atMost(SECOND).until(() -> heard.equals(List.of("one body with spaces")));
    }

    @Test
    void waits_for_the_commit_of_a_tenants_transaction() throws InterruptedException {
        var sent = new CountDownLatch(1);
        Sinks.Empty<Void> mayCommit = Sinks.empty();
        broadcast
                .send("test_channel", "committed")
                .then(Mono.fromRunnable(sent::countDown))
                .then(mayCommit.asMono())
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(Acme.BAKERY))
                .subscribe();

        assertThat(sent.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        broadcast.send("test_channel", "overtook").block(PATIENCE);
        await().atMost(SECOND).until(() -> heard.equals(List.of("overtook")));
        mayCommit.tryEmitEmpty();
        await().atMost(SECOND).until(() -> heard.equals(List.of("overtook", "committed")));
    }

    @Test
    void says_nothing_of_what_was_rolled_back() {
        var failing = broadcast
                .send("test_channel", "rolled back")
                .then(Mono.<Void>error(new IllegalStateException("on purpose")));

        assertThatThrownBy(() -> failing.as(transactions::transactional)
                        .contextWrite(TenantContext.as(Acme.BAKERY))
                        .block(PATIENCE))
                .hasMessage("on purpose");
        assertThatThrownBy(() -> platform.one(CrossTenant.Purpose.routine("test"), ignored -> failing)
                        .block(PATIENCE))
                .hasMessage("on purpose");
        broadcast.send("test_channel", "after").block(PATIENCE);

        await().atMost(SECOND).until(() -> heard.equals(List.of("after")));
    }

    @Test
    void tells_listeners_to_load_again_after_its_connection_was_killed() {
        var killed = database.sql("""
                        select pg_terminate_backend(pid) as done from pg_stat_activity
                        where application_name = 'chom-listen' and datname = current_database()
                        """)
                .map(row -> row.get("done", Boolean.class))
                .all()
                .collectList()
                .block(PATIENCE);

        assertThat(killed).containsExactly(true);
        await().atMost(PATIENCE).until(() -> heard.equals(List.of(Broadcast.RESYNC)));
        broadcast.send("test_channel", "again").block(PATIENCE);
        await().atMost(SECOND).until(() -> heard.contains("again"));
    }

    @Test
    void does_not_claim_to_hear_before_it_listens_again() {
        var connection = (PostgresBroadcast) broadcast;
        connection.stop();
        assertThat(broadcast.hearing().blockFirst(PATIENCE)).isFalse();
        broadcast.send("test_channel", "nobody hears this").block(PATIENCE);

        connection.start();
        broadcast.hearing().filter(hears -> hears).blockFirst(PATIENCE);
        broadcast.send("test_channel", "heard").block(PATIENCE);

        await().atMost(SECOND).until(() -> heard.equals(List.of(Broadcast.RESYNC, "heard")));
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> broadcast.send("Channel!", "x").block(PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> broadcast.send("test_channel", "ä".repeat(3_501)).block(PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
        broadcast.send("test_channel", "ä".repeat(3_500)).block(PATIENCE);

        await().atMost(SECOND).until(() -> heard.equals(List.of("ä".repeat(3_500))));
    }
}
