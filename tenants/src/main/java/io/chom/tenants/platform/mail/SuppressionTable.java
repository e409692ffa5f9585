package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Addresses that do not take mails, by owner of a brand. Works on the client that it is given: the owner’s or the platform’s. */
@Repository
class SuppressionTable {

    /** Mails in a row that an address did not take, after which it gets none for a while. */
    static final int STRIKES = 3;

    private static final Duration REST = Duration.ofDays(14);

    private static final String IN_FORCE = " and (hard or strikes >= " + STRIKES + " and ends_at > :now)";

    private static final String PUT = """
            insert into platform.mail_suppression as s
                   (tenant_id, reseller_id, address, hard, strikes, sentence, since, ends_at)
            values (:owner, :reseller, :address, :hard, 1, :sentence, :now, case when :hard then null else :end end)
            on conflict (tenant_id, address) do update
            set hard = s.hard or excluded.hard, strikes = s.strikes + 1, sentence = excluded.sentence,
                ends_at = case when s.hard or excluded.hard then null else excluded.ends_at end
            """;

    /** Whether the address gets no mails of this owner at present. */
    Mono<Boolean> covers(DatabaseClient database, TenantId owner, EmailAddress address, Instant now) {
        return database.sql("select true as found from platform.mail_suppression"
                        + " where tenant_id = :owner and address = :address" + IN_FORCE)
                .bind("owner", owner.value())
                .bind("address", address.value())
                .bind("now", now)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Notes a mail that was not taken: a hard one counts at once and for ever, a soft one when others came before it. */
    Mono<Void> put(
            DatabaseClient database, Acting owner, EmailAddress address, boolean hard, String sentence, Instant now) {
        return database.sql(PUT)
                .bind("owner", owner.tenant().value())
                .bind("reseller", owner.reseller().value())
                .bind("address", address.value())
                .bind("hard", hard)
                .bind("sentence", sentence)
                .bind("now", now)
                .bind("end", now.plus(REST))
                .then();
    }

    /** Forgets soft refusals of an address that has taken a mail. */
    Mono<Void> forgive(DatabaseClient database, TenantId owner, EmailAddress address) {
        return database.sql("delete from platform.mail_suppression"
                        + " where tenant_id = :owner and address = :address and not hard")
                .bind("owner", owner.value())
                .bind("address", address.value())
                .then();
    }

    /** Those in force, by address; at most so many. */
    Flux<Suppression> of(DatabaseClient database, TenantId owner, String after, int most, Instant now) {
        return database.sql("select address, hard, sentence, since, ends_at from platform.mail_suppression"
                        + " where tenant_id = :owner and address > :after" + IN_FORCE
                        + " order by address limit :most")
                .bind("owner", owner.value())
                .bind("after", after)
                .bind("most", most)
                .bind("now", now)
                .map(SuppressionTable::map)
                .all();
    }

    /** Removes the address from the list; tells whether it was there. */
    Mono<Boolean> remove(DatabaseClient database, TenantId owner, EmailAddress address) {
        return database.sql("delete from platform.mail_suppression where tenant_id = :owner and address = :address")
                .bind("owner", owner.value())
                .bind("address", address.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Suppression map(Readable row) {
        return new Suppression(
                new EmailAddress(Objects.requireNonNull(row.get("address", String.class))),
                Boolean.TRUE.equals(row.get("hard", Boolean.class)),
                Objects.requireNonNull(row.get("sentence", String.class)),
                Objects.requireNonNull(row.get("since", Instant.class)),
                row.get("ends_at", Instant.class));
    }
}
