package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mails that wait, and what became of them. A tenant adds its own; the platform's sender takes everybody's. */
@Repository
class MailQueue {

    /** After so long, who took a mail and did not note anything is dead; no attempt takes half of it. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Purpose PURPOSE = Purpose.routine("mail queue");

    private static final String ADD = """
            insert into platform.mail (id, tenant_id, reseller_id, kind, transactional, recipient, language, contents,
                                       created_at, due_at, give_up_at)
            values (:id, :tenant, :reseller, :kind, :transactional, :recipient, :language, :contents, :at, :at, :end)
            """;

    /** Few of each brand at a time, so that one whose server is slow does not keep the others waiting. */
    private static final String TAKE = """
            with due as (
                select id from platform.mail
                 where state = 'queued' and due_at <= :now
                   and id in (select id from (
                           select id, row_number() over (partition by reseller_id order by due_at, id) as place
                             from platform.mail where state = 'queued' and due_at <= :now) ranked
                        where place <= 4)
                 order by due_at, id limit :batch for update skip locked)
            update platform.mail m set attempts = attempts + 1, due_at = :lease
              from due where m.id = due.id
            returning m.id, m.tenant_id, m.reseller_id, m.kind, m.transactional, m.recipient, m.language, m.contents,
                      m.message_id, m.attempts, m.give_up_at
            """;

    private static final String MINE = " where id = :id and attempts = :attempt and state = 'queued'";

    private final DatabaseClient database;
    private final CrossTenant platform;

    MailQueue(DatabaseClient database, CrossTenant platform) {
        this.database = database;
        this.platform = platform;
    }

    /** Adds a mail of the acting tenant, due at once. */
    Mono<MailId> add(Acting acting, Mail mail, EmailAddress to, @Nullable Locale language, Instant now, Instant end) {
        Contents contents = Contents.of(mail);
        MailId id = MailId.next();
        return database.sql(ADD)
                .bind("id", id.value())
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("kind", contents.kind())
                .bind("transactional", mail.transactional())
                .bind("recipient", to.value())
                .bind("language", language == null ? "" : language.getLanguage())
                .bind("contents", Json.of(contents.json()))
                .bind("at", now)
                .bind("end", end)
                .then()
                .thenReturn(id);
    }

    /**
     * Takes mails that are due; nobody else gets them until the lease is over. Yields them after the commit and not before,
     * as until then nobody sees that they are taken, not even who has taken them.
     */
    Flux<QueuedMail> take(int most, Instant now) {
        return platform.one(
                        PURPOSE,
                        all -> all.sql(TAKE)
                                .bind("now", now)
                                .bind("lease", now.plus(LEASE))
                                .bind("batch", most)
                                .map(MailQueue::map)
                                .all()
                                .collectList())
                .flatMapIterable(taken -> taken);
    }

    /** Gives a mail its message id before it is sent for the first time; tells whether it is still this process’s. */
    Mono<Boolean> name(QueuedMail mail, String messageId) {
        return change(mail, "message_id = :name", sql -> sql.bind("name", messageId));
    }

    /** Notes that the mail is to be tried again; tells whether it was still this process’s. */
    Mono<Boolean> again(QueuedMail mail, Instant due, String reason) {
        return change(
                mail,
                "due_at = :due, reason = :reason",
                sql -> sql.bind("due", due).bind("reason", reason));
    }

    /**
     * Notes the end of a mail; tells whether it was still this process’s.
     *
     * @param state {@code sent}, {@code failed} or {@code suppressed}
     */
    Mono<Boolean> settle(QueuedMail mail, String state, String reason, Instant now) {
        return change(
                mail,
                "state = :state, reason = :reason, settled_at = :now",
                sql -> sql.bind("state", state).bind("reason", reason).bind("now", now));
    }

    private Mono<Boolean> change(QueuedMail mail, String change, UnaryOperator<GenericExecuteSpec> values) {
        return platform.one(
                        PURPOSE,
                        all -> values.apply(all.sql("update platform.mail set " + change + MINE))
                                .bind("id", mail.id().value())
                                .bind("attempt", mail.attempt())
                                .fetch()
                                .rowsUpdated())
                .map(rows -> rows == 1);
    }

    /** Removes mails that were settled before; yields how many. */
    Mono<Long> clear(Instant before) {
        return platform.one(
                PURPOSE,
                all -> all.sql("delete from platform.mail where settled_at < :before")
                        .bind("before", before)
                        .fetch()
                        .rowsUpdated());
    }

    private static QueuedMail map(Readable row) {
        String language = get(row, "language", String.class);
        String messageId = get(row, "message_id", String.class);
        return new QueuedMail(
                new MailId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "reseller_id", UUID.class)),
                new EmailAddress(get(row, "recipient", String.class)),
                language.isEmpty() ? null : Locale.of(language),
                Contents.read(
                        get(row, "kind", String.class),
                        get(row, "contents", Json.class).asArray()),
                get(row, "transactional", Boolean.class),
                messageId.isEmpty() ? null : messageId,
                get(row, "attempts", Integer.class),
                get(row, "give_up_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
