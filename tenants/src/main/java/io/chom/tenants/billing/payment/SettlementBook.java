package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.payment.Outcome.Paid;
import io.chom.tenants.platform.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What became of payments and of the invoices they are for. Callers hold a transaction of the payer. */
@Repository
class SettlementBook {

    private static final String OF_INVOICE = " where tenant_id = :tenant and invoice_id = :invoice";

    /** Money that came is written down whatever was thought before, once. */
    private static final String RECEIVED = """
            update billing.payment set state = :state, intent = :intent, received = :received, reason = null, settled_at = :now,
                   check_at = null
             where tenant_id = :tenant and id = :id and state not in ('paid', 'different')
            """;

    private static final String END = """
            update billing.payment set state = :state, intent = coalesce(cast(:intent as text), intent),
                   reason = cast(:reason as text), settled_at = :now, check_at = null
             where tenant_id = :tenant and id = :id and state in ('sending', 'confirming')
            """;

    private static final String WAITING = """
            update billing.payment set intent = coalesce(cast(:intent as text), intent), check_at = :check,
                   state = case when cast(:intent as text) is null then state else 'confirming' end
             where tenant_id = :tenant and id = :id and state in ('sending', 'confirming')
            """;

    /**
     * What was paid twice is no less wrong than what was paid with another amount. What was credited while a payment of more
     * was under way goes back.
     */
    private static final String PAID =
            """
            update billing.settlement
               set state = case when %1$s or cast(:reason as text) is not null then 'checking' else 'paid' end,
                   reason = case when %1$s then 'paid-twice' else cast(:reason as text) end,
                   received = received + :received,
                   refunded = case when %1$s or cast(:reason as text) is not null then refunded
                                   else refunded + greatest(:received - (total - credited), 0) end,
                   paid_at = coalesce(paid_at, :now), next_try_at = null
            """.formatted("(state = 'checking' or received > 0 or state = 'paid' and credited < total)")
                    + OF_INVOICE
                    + " returning state, new.refunded - old.refunded as back";

    /** Nothing is left to pay where all that was is credited by now. */
    private static final String CREDITED =
            """
            update billing.settlement set state = 'paid', paid_at = :now, reason = null, next_try_at = null
            """ + OF_INVOICE + " and state in ('open', 'failed', 'unconfirmed') and owed = 0";

    private static final String FAILED = """
            update billing.settlement set state = 'failed', reason = :reason, declines = declines + 1,
                   next_try_at = :now + (cast(:pauses as bigint[]))[declines + 1] * interval '1 second'
            """ + OF_INVOICE + " and state not in ('paid', 'checking')";

    private static final String UNCONFIRMED = """
            update billing.settlement set state = 'unconfirmed', reason = null, next_try_at = null
            """ + OF_INVOICE + " and state not in ('paid', 'checking')";

    private static final String OPEN = """
            update billing.settlement set state = 'open', next_try_at = :now
            """ + OF_INVOICE + " and state = 'paying'";

    private final DatabaseClient database;

    SettlementBook(DatabaseClient database) {
        this.database = database;
    }

    /** Has whoever else wants to change how the invoice stands wait for the end of the transaction; tells how it does. */
    Mono<String> lock(Payment payment) {
        return ofInvoice(database.sql("select state from billing.settlement" + OF_INVOICE + " for update"), payment)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    /** Money has come with this payment; false if that was known. */
    Mono<Boolean> received(Payment payment, Paid paid, String state, Instant now) {
        return changed(ofPayment(database.sql(RECEIVED), payment)
                .bind("state", state)
                .bind("intent", paid.intent())
                .bind("received", paid.received().minor())
                .bind("now", now));
    }

    /** Nothing comes of this payment any more; false if that was known. */
    Mono<Boolean> end(Payment payment, String state, @Nullable String intent, @Nullable String reason, Instant now) {
        var statement = Payments.nullable(database.sql(END), "intent", intent);
        return changed(ofPayment(Payments.nullable(statement, "reason", reason), payment)
                .bind("state", state)
                .bind("now", now));
    }

    /** It is not decided, and is asked for again. */
    Mono<Boolean> waiting(Payment payment, @Nullable String intent, Instant check) {
        return changed(ofPayment(Payments.nullable(database.sql(WAITING), "intent", intent), payment)
                .bind("check", check));
    }

    /** What is decided is not asked for again. */
    Mono<Boolean> rest(Payment payment) {
        return changed(ofPayment(database.sql("""
                        update billing.payment set check_at = null
                         where tenant_id = :tenant and id = :id and state not in ('sending', 'confirming')
                        """), payment));
    }

    /**
     * How an invoice stands after money came.
     *
     * @param state paid, or checking where something is wrong
     * @param back how much of the money goes back
     */
    record Came(String state, Money back) {}

    /** The invoice is paid, or something is wrong with how it is; yields which. */
    Mono<Came> paid(Payment payment, Money received, @Nullable String reason, Instant now) {
        var statement = Payments.nullable(database.sql(PAID), "reason", reason)
                .bind("received", received.minor())
                .bind("now", now);
        return ofInvoice(statement, payment)
                .map(row -> new Came(
                        Objects.requireNonNull(row.get("state", String.class)),
                        new Money(Objects.requireNonNull(row.get("back", Long.class)), received.currency())))
                .one();
    }

    /** Settled, if credit notes leave nothing to pay. */
    Mono<Boolean> credited(Payment payment, Instant now) {
        return changed(ofInvoice(database.sql(CREDITED), payment).bind("now", now));
    }

    /** The invoice could not be paid; it is tried again after the pause for as many times as there are pauses. */
    Mono<Boolean> failed(Payment payment, String reason, Instant now, List<Duration> pauses) {
        return changed(ofInvoice(database.sql(FAILED), payment)
                .bind("reason", reason)
                .bind("now", now)
                .bind("pauses", pauses.stream().map(Duration::toSeconds).toArray(Long[]::new)));
    }

    /** The invoice waits for its payer. */
    Mono<Boolean> unconfirmed(Payment payment) {
        return changed(ofInvoice(database.sql(UNCONFIRMED), payment));
    }

    /** The invoice is as if nobody had tried. */
    Mono<Boolean> open(Payment payment, Instant now) {
        return changed(ofInvoice(database.sql(OPEN), payment).bind("now", now));
    }

    private static GenericExecuteSpec ofInvoice(GenericExecuteSpec statement, Payment payment) {
        return statement
                .bind("tenant", payment.payer().value())
                .bind("invoice", payment.invoice().value());
    }

    private static GenericExecuteSpec ofPayment(GenericExecuteSpec statement, Payment payment) {
        return statement
                .bind("tenant", payment.payer().value())
                .bind("id", payment.id().value());
    }

    private static Mono<Boolean> changed(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
