package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where people are signed in, as rows of the brand owner that acts. */
@Repository
class SignIns {

    private final DatabaseClient database;

    SignIns(DatabaseClient database) {
        this.database = database;
    }

    /** Adds it, or says that it is still there. */
    Mono<Void> keep(Acting house, SignIn one) {
        return database.sql("""
                        insert into identity.sign_in
                            (tenant_id, reseller_id, handle, realm, subject, browser, system, signed_in, last_seen)
                        values (:tenant, :reseller, :handle, :realm, :subject, :browser, :system, :signed_in, :last_seen)
                        on conflict (tenant_id, handle)
                        do update set last_seen = excluded.last_seen, kept_at = now()
                        """)
                .bind("tenant", house.tenant().value())
                .bind("reseller", house.reseller().value())
                .bind("handle", uuid(one.handle()))
                .bind("realm", one.person().realm().value())
                .bind("subject", one.person().subject().value())
                .bind("browser", one.browser())
                .bind("system", one.system())
                .bind("signed_in", one.signedIn())
                .bind("last_seen", one.lastSeen())
                .then();
    }

    Mono<Void> remove(Acting house, SessionHandle handle) {
        return database.sql("delete from identity.sign_in where tenant_id = :tenant and handle = :handle")
                .bind("tenant", house.tenant().value())
                .bind("handle", uuid(handle))
                .then();
    }

    /** Forgets those whose process has been gone for an hour. */
    Mono<Void> tidy(Acting house) {
        return database.sql("""
                        delete from identity.sign_in
                        where tenant_id = :tenant and kept_at < now() - interval '1 hour'
                        """).bind("tenant", house.tenant().value()).then();
    }

    /** Those that a process still keeps. */
    Flux<SignIn> of(Acting house, PersonId person) {
        return database.sql("""
                        select handle, browser, system, signed_in, last_seen from identity.sign_in
                        where tenant_id = :tenant and realm = :realm and subject = :subject
                              and kept_at > now() - interval '1 minute'
                        """)
                .bind("tenant", house.tenant().value())
                .bind("realm", person.realm().value())
                .bind("subject", person.subject().value())
                .map(row -> map(row, person))
                .all();
    }

    private static SignIn map(Readable row, PersonId person) {
        return new SignIn(
                new SessionHandle(
                        Objects.requireNonNull(row.get("handle", UUID.class)).toString()),
                person,
                Objects.requireNonNull(row.get("browser", String.class)),
                Objects.requireNonNull(row.get("system", String.class)),
                Objects.requireNonNull(row.get("signed_in", Instant.class)),
                Objects.requireNonNull(row.get("last_seen", Instant.class)));
    }

    private static UUID uuid(SessionHandle handle) {
        return UUID.fromString(handle.value());
    }
}
