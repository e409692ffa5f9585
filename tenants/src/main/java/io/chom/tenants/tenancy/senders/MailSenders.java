package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.senders.MailSenderSettings.OwnServer;
import io.chom.tenants.tenancy.senders.MailSenderSettings.Verification;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How brands send, each a row of the brand’s owner. */
@Repository
class MailSenders {

    /** The columns that {@link #map} reads. */
    static final String COLUMNS =
            "s.name, s.reply_to, s.address, s.verified_domain, s.verified_at, s.evidence, s.host, s.port, s.tls,"
                    + " s.login_user, s.login_sealed, s.key_selector, s.key_public, s.key_sealed";

    private static final String PUT = """
            insert into tenancy.mail_sender as s
                   (tenant_id, reseller_id, name, reply_to, address, host, port, tls, login_user, login_sealed)
            values (:tenant, :reseller, :name, :reply, :address, :host, :port, :tls, :user, :sealed)
            on conflict (tenant_id) do update
            set name = excluded.name, reply_to = excluded.reply_to, address = excluded.address, host = excluded.host,
                port = excluded.port, tls = excluded.tls, login_user = excluded.login_user,
                login_sealed = excluded.login_sealed, updated_at = now(),
                next_check = case when excluded.address is not null then s.next_check end
            """;

    private final DatabaseClient database;

    MailSenders(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A row.
     *
     * @param settings what the owner may see
     * @param sealed the password, of which it may not
     * @param key what mail of its own address is signed with; null before there was one
     */
    record Stored(
            MailSenderSettings settings,
            byte @Nullable [] sealed,
            @Nullable SealedKey key) {

        static final Stored NONE = new Stored(MailSenderSettings.NONE, null, null);
    }

    /** The wishes of the acting brand owner, if it has any. */
    Mono<Stored> find(TenantId owner) {
        return database.sql("select " + COLUMNS + " from tenancy.mail_sender s where s.tenant_id = :owner")
                .bind("owner", owner.value())
                .map(MailSenders::map)
                .one();
    }

    /** Writes the wishes; a proof stays, as it counts for its own domain only. */
    Mono<Void> put(Acting acting, MailSenderSettings settings, byte @Nullable [] sealed) {
        OwnServer server = settings.server();
        return database.sql(PUT)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("name", text(settings.name()))
                .bind("reply", text(settings.replyTo()))
                .bind("address", text(settings.address()))
                .bind("host", text(server == null ? null : server.host()))
                .bind("port", Parameters.in(R2dbcType.INTEGER, server == null ? null : server.port()))
                .bind("tls", text(server == null ? null : server.tls().name()))
                .bind("user", text(server == null ? null : server.user()))
                .bind("sealed", Parameters.in(R2dbcType.VARBINARY, sealed))
                .then();
    }

    /** Notes a proof for the acting brand owner. */
    Mono<Void> verify(Acting acting, Verification proof) {
        return database.sql("""
                        insert into tenancy.mail_sender as s
                               (tenant_id, reseller_id, verified_domain, verified_at, evidence)
                        values (:tenant, :reseller, :domain, :at, :evidence)
                        on conflict (tenant_id) do update
                        set verified_domain = excluded.verified_domain, verified_at = excluded.verified_at,
                            evidence = excluded.evidence, updated_at = now()
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("domain", proof.domain().value())
                .bind("at", proof.at())
                .bind("evidence", proof.evidence())
                .then();
    }

    /** Gives the acting brand owner its key. One that is there stays: its public half may be in the DNS. */
    Mono<Void> give(Acting acting, SealedKey key) {
        return database.sql("""
                        update tenancy.mail_sender
                           set key_selector = :selector, key_public = :public, key_sealed = :sealed, updated_at = now()
                         where tenant_id = :tenant and key_selector is null
                        """)
                .bind("selector", key.selector())
                .bind("public", key.publicKey())
                .bind("sealed", key.sealed())
                .bind("tenant", acting.tenant().value())
                .then();
    }

    /** Takes a proof back. */
    Mono<Void> doubt(Acting acting) {
        return database.sql("""
                        update tenancy.mail_sender
                           set verified_domain = null, verified_at = null, evidence = '', updated_at = now()
                         where tenant_id = :tenant
                        """).bind("tenant", acting.tenant().value()).then();
    }

    static Stored map(Readable row) {
        return new Stored(
                new MailSenderSettings(
                        row.get("name", String.class),
                        address(row.get("reply_to", String.class)),
                        address(row.get("address", String.class)),
                        server(row),
                        verification(row)),
                row.get("login_sealed", byte[].class),
                key(row));
    }

    private static @Nullable SealedKey key(Readable row) {
        String selector = row.get("key_selector", String.class);
        return selector == null
                ? null
                : new SealedKey(
                        selector,
                        Objects.requireNonNull(row.get("key_public", String.class)),
                        Objects.requireNonNull(row.get("key_sealed", byte[].class)));
    }

    private static @Nullable OwnServer server(Readable row) {
        String host = row.get("host", String.class);
        return host == null
                ? null
                : new OwnServer(
                        host,
                        Objects.requireNonNull(row.get("port", Integer.class)),
                        Tls.valueOf(Objects.requireNonNull(row.get("tls", String.class))),
                        row.get("login_user", String.class));
    }

    private static @Nullable Verification verification(Readable row) {
        String domain = row.get("verified_domain", String.class);
        return domain == null
                ? null
                : new Verification(
                        new HostName(domain),
                        Objects.requireNonNull(row.get("verified_at", Instant.class)),
                        Objects.requireNonNullElse(row.get("evidence", String.class), ""));
    }

    private static @Nullable EmailAddress address(@Nullable String text) {
        return text == null ? null : new EmailAddress(text);
    }

    private static Parameter text(@Nullable Object value) {
        return Parameters.in(R2dbcType.VARCHAR, value == null ? null : value.toString());
    }
}
