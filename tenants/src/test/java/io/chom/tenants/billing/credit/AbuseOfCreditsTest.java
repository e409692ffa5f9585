package io.chom.tenants.billing.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.payment.Refund;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Attempt;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credits by which somebody would like to have back more than he paid, or owe less than he had. */
@TenantsTest
class AbuseOfCreditsTest extends CreditGround {

    /** Of an invoice with the lines $10.00, $20.00 and −$5.00: each is line:cents, maybe with a currency. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a cent more than the line                     | 1:1001
            the line twice in one note                    | 1:600 1:600
            all of the invoice from one line              | 2:2500
            more than the invoice by leaving out what is taken off | 1:1000 2:2000
            nothing                                       | 1:0
            less than nothing, so that more is owed       | 1:-1
            what is taken off, as if it had been paid     | 3:500
            only what is taken off, so that more is owed  | 3:-500
            more off than there is                        | 1:1000 3:-501
            a line that does not exist                    | 4:1
            the line before the first                     | 0:1
            a line before that                            | -1:1
            a number that overflows a sum                 | 1:9223372036854775807
            the least number there is                     | 1:-9223372036854775808
            euros                                         | 1:100:EUR
            yen, which have no cents                      | 1:1000:JPY
            dollars and euros                             | 1:100 2:100:EUR
            no line at all                                | ''
            """)
    void is_refused(String what, String parts) {
        var owed = owe(1_000, 2_000, -500);
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), parts))
                .as(what)
                .isEqualTo("credit.out-of-range");
        owes(owed, 2_500);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 501})
    void without_saying_why_nothing_is_credited(int length) {
        var owed = owe(1_000);
        var wanted = new NewCredit(CreditNoteId.next(), List.of(part(1, 1)), length == 1 ? " " : "x".repeat(length));
        assertThat(Attempt.of(Acme.RESELLER, () -> credits.credit(owed.customer(), owed.id(), wanted)))
                .isEqualTo("credit.reason-missing");
        owes(owed, 1_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the customer itself                  | forbidden
            a neighbour of the customer          | forbidden
            another brand’s owner                | not-found
            another brand’s customer             | forbidden
            a viewer of the brand                | forbidden
            somebody of the brand who reads bills | forbidden
            """)
    void is_not_given_by(String who, String code) {
        var owed = owe(1_000);
        assertThat(tried(acting(who), owed, CreditNoteId.next(), "1:1000")).isEqualTo(code);
        owes(owed, 1_000);
    }

    private Acting acting(String who) {
        return switch (who) {
            case "the customer itself" -> customer;
            case "a neighbour of the customer" -> NewCustomers.of(Acme.RESELLER, tenants);
            case "another brand’s owner" -> Nimbus.RESELLER;
            case "another brand’s customer" -> Nimbus.STUDIO;
            case "a viewer of the brand" -> person("viewer");
            case "somebody of the brand who reads bills" -> person("billing:read");
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Acting person(String role) {
        return new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|c", Set.of(role)));
    }

    @Test
    void the_invoice_of_one_customer_is_not_credited_in_the_name_of_another() {
        var owed = owe(1_000);
        var wanted = new NewCredit(CreditNoteId.next(), List.of(part(1, 1_000)), "x");
        assertThat(Attempt.of(Acme.RESELLER, () -> credits.credit(Acme.BAKERY.tenant(), owed.id(), wanted)))
                .isEqualTo("not-found");
        owes(owed, 1_000);
    }

    @Test
    void two_credits_that_are_more_together_than_is_left() {
        var owed = owe(1_000, 1_000);
        credit(owed, part(1, 700));
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:301")).isEqualTo("credit.out-of-range");
        credit(owed, part(1, 300), part(2, 1_000));
        owes(owed, 0);
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:1")).isEqualTo("credit.nothing-left");
    }

    @Test
    void the_same_note_sent_again_for_more_is_the_first_one() {
        var owed = owe(1_000);
        var id = CreditNoteId.next();
        assertThat(tried(Acme.RESELLER, owed, id, "1:100")).isEqualTo(Attempt.DONE);
        assertThat(tried(Acme.RESELLER, owed, id, "1:900")).isEqualTo(Attempt.DONE);
        owes(owed, 900);
        var other = owe(1_000);
        assertThat(tried(Acme.RESELLER, other, id, "1:100")).isEqualTo("credit.known");
        owes(other, 1_000);
    }

    @Test
    void of_fifty_at_once_no_more_than_the_line_is_credited() {
        var owed = owe(1_000);
        long done =
                Attempt.together(Acme.RESELLER, 50, n -> credits.credit(owed.customer(), owed.id(), wanted("1:130")));
        assertThat(done).isEqualTo(7);
        owes(owed, 90);
    }

    @Test
    void what_was_never_paid_is_not_paid_back() {
        var owed = owe(1_000);
        credit(owed, part(1, 1_000));
        assertThat(refunds(owed)).isEmpty();
        assertThat(now(owed).status()).isEqualTo(Status.CREDITED);
    }

    @Test
    void what_was_paid_is_paid_back_once_and_no_more_than_was_paid() {
        var owed = owe(1_000, 2_000);
        credit(owed, part(1, 400));
        payByHand(owed);
        credit(owed, part(1, 600));
        credit(owed, part(2, 2_000));
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "2:1")).isEqualTo("credit.nothing-left");
        assertThat(refunds(owed).stream()
                        .map(Refund::amount)
                        .mapToLong(Money::minor)
                        .sum())
                .as("what came in was $26.00")
                .isEqualTo(2_600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-700", "-1"})
    void an_invoice_on_which_nothing_is_owed_gives_nothing_back(long cents) {
        var owed = owe(1_000, cents - 1_000);
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:1000")).isEqualTo("credit.nothing-left");
        assertThat(refunds(owed)).isEmpty();
    }

    @Test
    void the_tax_is_not_credited_by_itself() {
        var owed = taxed("19", 10_000);
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "2:1900")).isEqualTo("credit.out-of-range");
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:10000 2:1900"))
                .isEqualTo("credit.out-of-range");
        owes(owed, 11_900);
    }

    /** Of each cent the tax would be a fifth of one, or a whole one: together it is the tax and not a cent more. */
    @ParameterizedTest
    @CsvSource({"19, 30, 6", "20, 30, 6", "7.7, 26, 2", "50, 9, 5", "99.99, 7, 7"})
    void in_crumbs_no_more_tax_comes_back_than_was_owed(String rate, int cents, int tax) {
        var owed = taxed(rate, cents);
        assertThat(owed.total().minor()).isEqualTo(cents + tax);
        for (int crumb = 0; crumb < cents; crumb++) {
            credit(owed, part(1, 1));
            long left = now(owed).owed().minor();
            assertThat(left).isBetween((long) cents - 1 - crumb, (long) cents + tax - 1 - crumb);
        }
        owes(owed, 0);
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:1")).isEqualTo("credit.nothing-left");
    }

    @Test
    void a_thousandth_of_a_dinar_that_nobody_can_pay_is_not_credited() {
        var kwd = Currency.getInstance("KWD");
        var owed = as(
                customer,
                Invoiced.write(database, customer, customer.reseller(), List.of(new Money(8_910, kwd)), clock.instant())
                        .as(transactions::transactional));
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:5:KWD")).isEqualTo("credit.out-of-range");
        assertThat(tried(Acme.RESELLER, owed, CreditNoteId.next(), "1:8910:KWD"))
                .isEqualTo(Attempt.DONE);
        owes(owed, 0);
    }

    private Invoice taxed(String rate, long cents) {
        var rule = new TaxRule(TaxRule.Category.STANDARD, new BigDecimal(rate), "");
        return as(
                customer,
                Invoiced.write(
                                database,
                                customer,
                                customer.reseller(),
                                List.of(new Money(cents, USD)),
                                Optional.of(rule),
                                clock.instant())
                        .as(transactions::transactional));
    }

    private String tried(Acting who, Invoice invoice, CreditNoteId id, String parts) {
        return Attempt.of(
                who,
                () -> credits.credit(
                        invoice.customer(), invoice.id(), new NewCredit(id, parts(parts), "Charged too much")));
    }

    private static NewCredit wanted(String parts) {
        return new NewCredit(CreditNoteId.next(), parts(parts), "Charged too much");
    }

    private static List<Part> parts(String written) {
        return Stream.of(written.split(" "))
                .filter(one -> !one.isEmpty())
                .map(one -> part(one.split(":")))
                .toList();
    }

    private static Part part(String[] word) {
        var currency = word.length == 2 ? USD : Currency.getInstance(word[2]);
        return new Part(Integer.parseInt(word[0]), new Money(Long.parseLong(word[1]), currency));
    }

    private void owes(Invoice invoice, long cents) {
        assertThat(now(invoice).owed().minor()).isEqualTo(cents);
    }
}
