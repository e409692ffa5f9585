package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What people have chosen, as rows of the brand owner that acts. */
@Repository
class Preferences {

    private final DatabaseClient database;

    Preferences(DatabaseClient database) {
        this.database = database;
    }

    Mono<ColorChoice> color(Acting house, PersonId person) {
        return bind(database.sql("""
                        select color_mode from identity.preference
                        where tenant_id = :tenant and realm = :realm and subject = :subject
                        """), house, person)
                .map(row -> ColorChoice.of(Objects.requireNonNull(row.get("color_mode", String.class))))
                .one();
    }

    Mono<Void> put(Acting house, PersonId person, ColorChoice choice) {
        return bind(database.sql("""
                        insert into identity.preference (tenant_id, reseller_id, realm, subject, color_mode)
                        values (:tenant, :reseller, :realm, :subject, :color)
                        on conflict (tenant_id, realm, subject)
                        do update set color_mode = excluded.color_mode, changed_at = now()
                        """), house, person)
                .bind("reseller", house.reseller().value())
                .bind("color", choice.stored())
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql, Acting house, PersonId person) {
        return sql.bind("tenant", house.tenant().value())
                .bind("realm", person.realm().value())
                .bind("subject", person.subject().value());
    }
}
