package io.chom.tenants.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Makes connections that the pool throws away when they break.
 *
 * @param connections makes the connections to the database
 * @param kind what they are wrapped in: those of tenants, or any
 */
record SoundConnections(ConnectionFactory connections, Function<Connection, SoundConnection> kind)
        implements ConnectionFactory {

    @Override
    public Mono<SoundConnection> create() {
        return Mono.from(connections.create()).map(kind);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }
}
