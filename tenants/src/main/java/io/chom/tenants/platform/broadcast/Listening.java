package io.chom.tenants.platform.broadcast;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One connection that listens until it is lost. It belongs to no pool: a listener must stay where it is. */
final class Listening {

    /** Emitted as soon as the server listens: from here on nothing is missed. */
    static final String LISTENS = "";

    private static final Duration PULSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PostgresqlConnectionFactory connections;

    Listening(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    /** {@link #LISTENS}, then the text of each notification; fails when the connection is lost. */
    Flux<String> once() {
        return Flux.usingWhen(connections.create(), this::on, PostgresqlConnection::close);
    }

    private Flux<String> on(PostgresqlConnection connection) {
        var notifications = connection.getNotifications().mapNotNull(Notification::getParameter);
        return Flux.merge(notifications.concatWith(lost()), listen(connection), pulse(connection));
    }

    private static Mono<String> listen(PostgresqlConnection connection) {
        return connection
                .createStatement("listen " + Notice.PHYSICAL)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then(Mono.just(LISTENS));
    }

    /** A connection that died without a word looks idle, so it is asked now and then. */
    private static Flux<String> pulse(PostgresqlConnection connection) {
        return Flux.interval(PULSE)
                .onBackpressureDrop()
                .concatMap(tick -> connection.validate(ValidationDepth.REMOTE).timeout(PATIENCE))
                .flatMap(alive -> alive ? Mono.empty() : lost());
    }

    private static Mono<String> lost() {
        return Mono.error(() -> new IllegalStateException("The listening connection was lost."));
    }
}
