package io.chom.tenants.platform;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and as whom to enter it.
 *
 * @param url {@code postgresql://host:port/database}
 * @param owner owns the schemas; used for migrations only
 * @param app serves requests; row-level security holds it to one tenant
 * @param platform serves the platform's own jobs across tenants; every use is counted or audited
 * @param poolSize connections of the request pool, at least 1
 * @param patience how long a request waits for a connection, and how long one may take to be made
 * @param pending how many may wait for a connection of a pool; more are refused at once
 */
@ConfigurationProperties("chom.postgres")
record PostgresProperties(
        URI url,
        Login owner,
        Login app,
        Login platform,
        @DefaultValue("20") int poolSize,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("500") int pending) {

    record Login(String name, String password) {}

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? 5432 : url.getPort();
    }

    String database() {
        return url.getPath().substring(1);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database();
    }
}
