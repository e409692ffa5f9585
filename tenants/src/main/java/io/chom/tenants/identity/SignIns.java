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

    /** Adds it, or says how far it has come. */
    Mono<Void> keep(Acting house, KeptSession one) {
        SignIn signIn = one.signIn();
        return database.sql("""
                        insert into identity.sign_in
                            (tenant_id, reseller_id, handle, realm, subject, browser, system, signed_in, last_seen,
                             ends_at, mark, sealed)
                        values (:tenant, :reseller, :handle, :realm, :subject, :browser, :system, :signed_in, :last_seen,
                                :ends_at, :mark, :sealed)
                        on conflict (tenant_id, handle)
                        do update set last_seen = excluded.last_seen, ends_at = excluded.ends_at, sealed = excluded.sealed
                        """)
                .bind("tenant", house.tenant().value())
                .bind("reseller", house.reseller().value())
                .bind("handle", uuid(signIn.handle()))
                .bind("realm", signIn.person().realm().value())
                .bind("subject", signIn.person().subject().value())
                .bind("browser", signIn.browser())
                .bind("system", signIn.system())
                .bind("signed_in", signIn.signedIn())
                .bind("last_seen", signIn.lastSeen())
                .bind("ends_at", one.end())
                .bind("mark", one.ticket().mark())
                .bind("sealed", one.ticket().sealed())
                .then();
    }

    Mono<Void> remove(Acting house, SessionHandle handle) {
        return database.sql("delete from identity.sign_in where tenant_id = :tenant and handle = :handle")
                .bind("tenant", house.tenant().value())
                .bind("handle", uuid(handle))
                .then();
    }

    /** Removes those that the person has ended. */
    Mono<Void> remove(Acting house, SessionEnd end) {
        return database.sql("""
                        delete from identity.sign_in
                        where tenant_id = :tenant and realm = :realm and subject = :subject
                              and (handle = :handle) = :this_one
                        """)
                .bind("tenant", house.tenant().value())
                .bind("realm", end.person().realm().value())
                .bind("subject", end.person().subject().value())
                .bind("handle", uuid(end.named()))
                .bind("this_one", end.covers(end.named()))
                .then();
    }

    /** Forgets those that a limit has ended. */
    Mono<Void> tidy(Acting house) {
        return database.sql("delete from identity.sign_in where tenant_id = :tenant and ends_at < now()")
                .bind("tenant", house.tenant().value())
                .then();
    }

    /** Those that no limit has ended yet. */
    Flux<SignIn> of(Acting house, PersonId person) {
        return database.sql("""
                        select handle, browser, system, signed_in, last_seen from identity.sign_in
                        where tenant_id = :tenant and realm = :realm and subject = :subject and ends_at > now()
                        """)
                .bind("tenant", house.tenant().value())
                .bind("realm", person.realm().value())
                .bind("subject", person.subject().value())
                .map(row -> signIn(row, person))
                .all();
    }

    /** The one with this mark, unless a limit has ended it. */
    Mono<KeptSession> marked(Acting house, RealmName realm, String mark) {
        return database.sql("""
                        select handle, subject, browser, system, signed_in, last_seen, ends_at, sealed
                        from identity.sign_in
                        where tenant_id = :tenant and realm = :realm and mark = :mark and ends_at > now()
                        """)
                .bind("tenant", house.tenant().value())
                .bind("realm", realm.value())
                .bind("mark", mark)
                .map(row -> new KeptSession(
                        signIn(row, new PersonId(realm, new Subject(text(row, "subject")))),
                        time(row, "ends_at"),
                        new SessionTicket(mark, text(row, "sealed"))))
                .one();
    }

    private static SignIn signIn(Readable row, PersonId person) {
        return new SignIn(
                new SessionHandle(
                        Objects.requireNonNull(row.get("handle", UUID.class)).toString()),
                person,
                text(row, "browser"),
                text(row, "system"),
                time(row, "signed_in"),
                time(row, "last_seen"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class));
    }

    private static UUID uuid(SessionHandle handle) {
        return UUID.fromString(handle.value());
    }
}
