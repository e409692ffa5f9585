package io.chom.tenants.billing.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.payment.Refund;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a credit note does to an invoice that is not paid, or was paid by hand. */
@TenantsTest
class CreditServiceTest extends CreditGround {

    @Autowired
    CreditRun run;

    @Test
    void an_unpaid_invoice_owes_less_and_who_pays_pays_what_is_left() {
        var owed = owe(2_900, 600);
        var note = credit(owed, part(2, 450));
        assertThat(note.number()).matches("ACME-CN-\\d{6}");
        assertThat(note.total()).isEqualTo(new Money(450, USD));
        assertThat(now(owed))
                .extracting(Invoice::status, Invoice::owed, Invoice::total)
                .containsExactly(Status.OPEN, new Money(3_050, USD), new Money(3_500, USD));
        assertThat(as(customer, credits.notes(List.of(owed.id()))).get(owed.id()))
                .containsExactly(note);

        payByHand(owed);

        assertThat(sum("select amount from billing.manual_payment where invoice_id = '%s'".formatted(owed.id())))
                .isEqualTo(3_050);
        assertThat(now(owed))
                .extracting(Invoice::status, one -> one.owed().minor())
                .containsExactly(Status.PAID, 0L);
    }

    @Test
    void what_is_credited_in_full_is_owed_no_more() {
        var owed = owe(2_900, -400);
        credit(owed, part(1, 2_900), part(2, -400));
        assertThat(now(owed))
                .extracting(Invoice::status, one -> one.owed().minor())
                .containsExactly(Status.CREDITED, 0L);
        assertThat(as(customer, invoices.unpaid())).isEmpty();
        assertThat(as(Acme.RESELLER, invoices.owed())).noneMatch(one -> one.id().equals(owed.id()));
        assertThat(refunds(owed)).isEmpty();
        assertThatThrownBy(() -> credit(owed, part(1, 1))).hasMessageContaining("credit.nothing-left");
        assertThatThrownBy(() -> payByHand(owed)).hasMessageContaining("billing.not-to-pay");
    }

    @Test
    void what_was_paid_by_hand_is_paid_back_by_hand_and_somebody_says_so() {
        var owed = owe(2_900);
        payByHand(owed);
        credit(owed, part(1, 1_200));
        assertThat(now(owed))
                .extracting(Invoice::status, one -> one.owed().minor())
                .containsExactly(Status.PAID, 0L);
        var refund = refunds(owed).getFirst();
        assertThat(refund)
                .extracting(Refund::state, Refund::amount)
                .containsExactly(Refund.State.BY_HAND, new Money(1_200, USD));
        assertThatThrownBy(() -> paidBack(Acme.RESELLER, refund, " ")).hasMessageContaining("credit.evidence-missing");
        for (var other : List.of(customer, Nimbus.RESELLER, Acme.BAKERY)) {
            assertThatThrownBy(() -> paidBack(other, refund, "x")).hasMessageMatching(".*(not-found|forbidden).*");
        }
        paidBack(Acme.RESELLER, refund, "Statement 8");
        assertThat(refunds(owed)).extracting(Refund::state).containsExactly(Refund.State.DONE);
        assertThatThrownBy(() -> paidBack(Acme.RESELLER, refund, "again"))
                .hasMessageContaining("credit.not-to-pay-back");
    }

    @Test
    void more_than_a_line_or_the_invoice_or_nothing_at_all_is_refused_and_takes_no_number() {
        var owed = owe(1_000, 2_000, -500);
        var first = number(credit(owed, part(1, 10)));
        for (Part[] wrong : List.of(
                new Part[] {part(1, 991)},
                new Part[] {part(1, 500), part(1, 500)},
                new Part[] {part(1, 0)},
                new Part[] {part(1, -10)},
                new Part[] {part(3, 500)},
                new Part[] {part(3, -500)},
                new Part[] {part(4, 1)},
                new Part[] {part(0, 1)},
                new Part[] {part(1, 990), part(2, 2_000)},
                new Part[] {new Part(1, new Money(1, Currency.getInstance("EUR")))},
                new Part[] {})) {
            assertThatThrownBy(() -> credit(owed, wrong)).hasMessageContaining("credit.out-of-range");
        }
        assertThatThrownBy(() -> as(
                        Acme.RESELLER,
                        credits.credit(
                                owed.customer(),
                                owed.id(),
                                new NewCredit(CreditNoteId.next(), List.of(part(1, 1)), " "))))
                .hasMessageContaining("credit.reason-missing");
        assertThat(number(credit(owed, part(1, 990), part(2, 1_500)))).isEqualTo(first + 1);
        assertThat(now(owed).status()).isEqualTo(Status.CREDITED);
    }

    @Test
    void a_double_click_makes_one() {
        var owed = owe(1_000);
        var id = CreditNoteId.next();
        var all = Flux.range(0, 8)
                .flatMap(n -> credit(owed, id, part(1, 400)), 8)
                .collectList()
                .block(PATIENCE);
        assertThat(all).hasSize(8).containsOnly(all.getFirst());
        assertThat(now(owed).owed().minor()).isEqualTo(600);
        assertThatThrownBy(() -> credit(owe(1_000), id, part(1, 1)).block(PATIENCE))
                .hasMessageContaining("credit.");
    }

    @Test
    void eight_at_once_credit_no_more_than_there_is_and_their_numbers_have_no_gap() {
        var owed = owe(1_000, 1_000);
        var made = Flux.range(0, 8)
                .flatMap(
                        n -> credit(owed, CreditNoteId.next(), part(1, 300))
                                .onErrorResume(Refused.class, e -> Mono.empty()),
                        8)
                .map(CreditServiceTest::number)
                .sort()
                .collectList()
                .block(PATIENCE);
        assertThat(made).hasSize(3);
        assertThat(made.getLast() - made.getFirst()).isEqualTo(2);
        assertThat(now(owed).owed().minor()).isEqualTo(1_100);
    }

    @Test
    void who_pays_and_who_credits_at_once_agree_on_every_cent() {
        for (int round = 0; round < 6; round++) {
            var owed = owe(1_000);
            Flux.merge(
                            Mono.fromRunnable(() -> payByHand(owed)).subscribeOn(Schedulers.boundedElastic()),
                            credit(owed, CreditNoteId.next(), part(1, 250)))
                    .then()
                    .block(PATIENCE);
            isExact(owed);
            assertThat(now(owed).status()).isEqualTo(Status.PAID);
        }
    }

    @Test
    void only_who_sold_credits() {
        // The newest of all that Acme issues in any test, of which only some are listed.
        var owed = owe(clock.instant().plus(Duration.ofDays(40 * 365)), 1_000);
        var viewer = new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|v", Set.of("viewer")));
        for (var other : List.of(customer, Nimbus.RESELLER, Acme.BAKERY, Nimbus.STUDIO, viewer)) {
            var wanted = new NewCredit(CreditNoteId.next(), List.of(part(1, 1)), "x");
            assertThatThrownBy(() -> as(other, credits.credit(owed.customer(), owed.id(), wanted)))
                    .hasMessageMatching(".*(not-found|forbidden).*");
            assertThatThrownBy(() -> as(other, credits.creditable(owed.customer(), owed.id())))
                    .hasMessageMatching(".*(not-found|forbidden).*");
        }
        credit(owed, part(1, 100));
        assertThat(as(Nimbus.RESELLER, credits.notes(List.of(owed.id())))).isEmpty();
        assertThat(as(Acme.BAKERY, credits.notes(List.of(owed.id())))).isEmpty();
        assertThat(as(Nimbus.RESELLER, credits.issued()))
                .noneMatch(one -> one.invoice().id().equals(owed.id()));
        assertThat(as(Acme.RESELLER, credits.issued()))
                .filteredOn(one -> one.invoice().id().equals(owed.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.notes()).hasSize(1));
    }

    @Test
    void nobody_changes_what_is_written() {
        var note = credit(owe(1_000), part(1, 100));
        for (var statement : List.of(
                "update billing.credit_note set total = 1 where id = '%s'",
                "delete from billing.credit_note where id = '%s'",
                "update billing.credit_note_line set amount = 1 where credit_note_id = '%s'",
                "delete from billing.credit_note_line where credit_note_id = '%s'")) {
            assertThatThrownBy(() -> as(
                            customer,
                            database.sql(statement.formatted(note.id()))
                                    .fetch()
                                    .rowsUpdated()
                                    .as(transactions::transactional)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void its_customer_is_told_once() {
        as(
                customer,
                database.sql("""
                        insert into identity.membership (tenant_id, reseller_id, realm, subject, email, display_name, role)
                        values (:tenant, :reseller, 'acme', 'subject', 'pays@customer.test', 'Somebody', 'owner')
                        """)
                        .bind("tenant", customer.tenant().value())
                        .bind("reseller", customer.reseller().value())
                        .fetch()
                        .rowsUpdated()
                        .as(transactions::transactional));
        credit(owe(1_000), part(1, 100));
        Flux.range(0, 8).flatMap(n -> run.all(), 8).then().block(PATIENCE);
        assertThat(sum("""
                        select count(*) from platform.mail where tenant_id = '%s' and kind = 'credit-note-issued'
                        """.formatted(customer.tenant()))).isEqualTo(1);
    }

    /** Any invoice and any history of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void law_what_is_owed_is_the_total_less_credits_and_payments_and_more_by_refunds(long seed) {
        var random = new Random(seed);
        var cents = random.ints(1 + random.nextInt(4), -300, 3_000)
                .filter(one -> one != 0)
                .asLongStream()
                .toArray();
        var owed = owe(cents.length == 0 ? new long[] {500} : cents);
        for (int step = 0; step < 10; step++) {
            try {
                if (random.nextInt(4) == 0) {
                    payByHand(owed);
                } else {
                    credit(owed, any(random, owed));
                }
            } catch (Refused refused) {
                assertThat(refused).hasMessageMatching(".*(credit\\.|billing\\.not-to-pay).*");
            }
            isExact(owed);
        }
    }

    private Part[] any(Random random, Invoice invoice) {
        var creditable = as(Acme.RESELLER, credits.creditable(invoice.customer(), invoice.id()));
        if (random.nextInt(4) == 0) {
            return creditable.left().toArray(Part[]::new);
        }
        return creditable.left().stream()
                .filter(part -> random.nextBoolean())
                .map(part -> part(part.line(), Math.round(part.amount().minor() * random.nextDouble(1.1))))
                .toArray(Part[]::new);
    }

    /** Out of the documents themselves, apart from the sums that are kept. */
    private void isExact(Invoice invoice) {
        var id = invoice.id();
        long total = invoice.total().minor();
        long credited = sum(
                "select cast(coalesce(sum(amount), 0) as bigint) from billing.credit_note_line where invoice_id = '%s'"
                        .formatted(id));
        long paid = sum(
                "select cast(coalesce(sum(amount), 0) as bigint) from billing.manual_payment where invoice_id = '%s'"
                        .formatted(id));
        long back = sum("select cast(coalesce(sum(amount), 0) as bigint) from billing.refund where invoice_id = '%s'"
                .formatted(id));
        long balance = Math.max(total, 0) - credited - paid + back;
        assertThat(balance).isNotNegative();
        assertThat(now(invoice).owed().minor()).isEqualTo(balance);
        assertThat(now(invoice).settlement().credited().minor()).isEqualTo(credited);
        assertThat(credited).isBetween(0L, Math.max(total, 0));
        assertThat(back).isBetween(0L, paid);
        assertThat(sum("""
                        select count(*) from billing.invoice_line l
                         where l.invoice_id = '%s' and not
                               (select coalesce(sum(c.amount), 0) from billing.credit_note_line c
                                 where c.invoice_id = l.invoice_id and c.line = l.position)
                               between least(l.amount, 0) and greatest(l.amount, 0)
                        """.formatted(id))).isZero();
    }

    private void paidBack(Acting acting, Refund refund, String evidence) {
        refunds.paidBack(customer.tenant(), refund.id(), evidence)
                .contextWrite(TenantContext.as(acting))
                .block(PATIENCE);
    }

    private static int number(CreditNote note) {
        return Integer.parseInt(note.number().replaceFirst(".*-", ""));
    }
}
