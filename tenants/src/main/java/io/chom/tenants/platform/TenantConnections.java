package io.chom.tenants.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/**
 * Makes connections whose every transaction is that of the acting tenant.
 *
 * @param connections makes the connections to the database
 */
record TenantConnections(ConnectionFactory connections) implements ConnectionFactory {

    @Override
    public Mono<Connection> create() {
        return Mono.from(connections.create()).map(TenantConnection::new);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }
}
