package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who belongs to which organisation, as far as the acting tenant may see it. */
@Repository
class Memberships {

    private static final String COLUMNS = """
            select tenant_id, realm, subject, email, display_name, role, created_at from identity.membership
            """;
    private static final String OF_PERSON = " where tenant_id = :tenant and realm = :realm and subject = :subject";

    private final DatabaseClient database;

    Memberships(DatabaseClient database) {
        this.database = database;
    }

    /** A membership and whose it is. */
    record Row(TenantId tenant, Member member) {}

    /** Adds the person to the acting tenant, or gives a member the new name, address and role. */
    Mono<Void> put(Acting acting, PersonId person, NewMember member) {
        return database.sql("""
                        insert into identity.membership
                               (tenant_id, reseller_id, realm, subject, email, display_name, role)
                        values (:tenant, :reseller, :realm, :subject, :email, :name, :role)
                        on conflict (tenant_id, realm, subject)
                        do update set email = excluded.email, display_name = excluded.display_name,
                                      role = excluded.role
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("realm", person.realm().value())
                .bind("subject", person.subject().value())
                .bind("email", member.email().value())
                .bind("name", member.name())
                .bind("role", member.role().right())
                .then();
    }

    /** What the acting tenant sees of a person: its own membership and, for a brand owner, those with its customers. */
    Flux<Row> of(PersonId person) {
        return database.sql(COLUMNS + " where realm = :realm and subject = :subject order by created_at, tenant_id")
                .bind("realm", person.realm().value())
                .bind("subject", person.subject().value())
                .map(Memberships::map)
                .all();
    }

    /** The members of a tenant, by name. */
    Flux<Member> of(TenantId tenant) {
        return database.sql(COLUMNS + " where tenant_id = :tenant order by lower(display_name), subject")
                .bind("tenant", tenant.value())
                .map(row -> map(row).member())
                .all();
    }

    Mono<Member> find(TenantId tenant, PersonId person) {
        return bind(database.sql(COLUMNS + OF_PERSON), tenant, person)
                .map(row -> map(row).member())
                .one();
    }

    /** How many have the role; others who count or change wait until this transaction ends. */
    Mono<Long> countForChange(TenantId tenant, Role role) {
        return database.sql(
                        "select subject from identity.membership where tenant_id = :tenant and role = :role for update")
                .bind("tenant", tenant.value())
                .bind("role", role.right())
                .map(row -> true)
                .all()
                .count();
    }

    /** Has others who lock the members of a tenant wait until this transaction ends. */
    Mono<Void> lock(TenantId tenant) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('crew ' || :tenant, 0))")
                .bind("tenant", tenant.toString())
                .then();
    }

    Mono<Boolean> role(TenantId tenant, PersonId person, Role role) {
        return bind(database.sql("update identity.membership set role = :role" + OF_PERSON), tenant, person)
                .bind("role", role.right())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> remove(TenantId tenant, PersonId person) {
        return bind(database.sql("delete from identity.membership" + OF_PERSON), tenant, person)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql, TenantId tenant, PersonId person) {
        return sql.bind("tenant", tenant.value())
                .bind("realm", person.realm().value())
                .bind("subject", person.subject().value());
    }

    private static Row map(Readable row) {
        var person = new PersonId(new RealmName(text(row, "realm")), new Subject(text(row, "subject")));
        var member = new Member(
                person,
                new EmailAddress(text(row, "email")),
                text(row, "display_name"),
                Role.of(text(row, "role")),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
        return new Row(new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))), member);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
