package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all payers which invoices are to be charged, and which payments are to be seen to. */
@Repository
class DuePayments {

    private static final Purpose PAYMENTS = Purpose.routine("payments");

    /**
     * Whoever begins at the same time passes over the invoices of the others; the index of what is under way keeps out what
     * is being paid on a page.
     */
    private static final String BEGIN = """
            with due as (
                select s.tenant_id, s.invoice_id, s.reseller_id, s.issuer_id, s.owed, p.account, p.customer,
                       p.card
                  from billing.settlement s
                  join billing.payment_payer p on p.tenant_id = s.tenant_id and p.issuer_id = s.issuer_id
                 where s.state in ('open', 'failed') and s.next_try_at <= :now and p.card is not null
                   and (p.account is null or exists (
                        select from billing.payment_account a
                         where a.tenant_id = s.issuer_id and a.account = p.account and a.can_charge))
                   and not exists (
                        select from billing.payment u
                         where u.tenant_id = s.tenant_id and u.invoice_id = s.invoice_id and u.state in ('sending', 'confirming'))
                 order by s.next_try_at limit :most for update of s skip locked),
            begun as (
                insert into billing.payment (id, tenant_id, reseller_id, issuer_id, invoice_id, account, way, state, amount,
                       currency, customer, card, begun_at, check_at)
                select uuidv7(), due.tenant_id, due.reseller_id, due.issuer_id, due.invoice_id, due.account, 'card', 'sending',
                       due.owed, i.currency, due.customer, due.card, :now, :now
                  from due join billing.invoice i on i.tenant_id = due.tenant_id and i.id = due.invoice_id
                on conflict do nothing
                returning tenant_id, invoice_id)
            update billing.settlement s set state = 'paying'
              from begun where s.tenant_id = begun.tenant_id and s.invoice_id = begun.invoice_id
            """;

    private static final String TAKE = """
            with due as (
                select tenant_id, id from billing.payment
                 where check_at <= :now order by check_at limit :most for update skip locked),
            taken as (
                update billing.payment p set check_at = :until from due
                 where p.tenant_id = due.tenant_id and p.id = due.id
                returning p.id)
            """ + Payments.COLUMNS + " where p.id in (select id from taken)";

    private final CrossTenant crossTenant;

    DuePayments(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * Writes a payment from the card on file for each of some invoices that are to be paid; nobody is asked for it yet.
     *
     * @return how many
     */
    Mono<Long> begin(int most, Instant now) {
        return crossTenant.one(
                PAYMENTS,
                database -> database.sql(BEGIN)
                        .bind("now", now)
                        .bind("most", most)
                        .fetch()
                        .rowsUpdated());
    }

    /** Takes payments whose outcome is to be asked for; nobody else gets them before the lease is over. */
    Flux<Payment> take(int most, Instant now, Duration lease) {
        return crossTenant.take(PAYMENTS, TAKE, most, now, lease, Payments::payment);
    }
}
