package io.chom.tenants.platform;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the schemas up to date when the program starts: a folder and a schema per module, in the order in which modules
 * depend on each other. Runs as the owner, the only role that may change a table.
 */
public class Migrations implements InitializingBean {

    /** Modules that own tables; a module comes after those that its foreign keys point to. */
    public static final List<String> SCHEMAS =
            List.of("platform", "catalog", "tenancy", "identity", "developer", "billing", "usage");

    private final PostgresProperties postgres;

    Migrations(PostgresProperties postgres) {
        this.postgres = postgres;
    }

    @Override
    public void afterPropertiesSet() {
        SCHEMAS.forEach(this::migrate);
    }

    private void migrate(String schema) {
        Flyway.configure()
                .dataSource(
                        postgres.jdbcUrl(),
                        postgres.owner().name(),
                        postgres.owner().password())
                .schemas(schema)
                .locations("classpath:db/migration/" + schema)
                .table("flyway_history")
                .placeholders(Map.of(
                        "app",
                        postgres.app().name(),
                        "platform",
                        postgres.platform().name()))
                .connectRetries(2)
                .load()
                .migrate();
    }
}
