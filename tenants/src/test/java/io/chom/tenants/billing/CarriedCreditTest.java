package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Moved;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Corrections that give back more than the next invoice comes to. */
@TenantsTest
class CarriedCreditTest extends LateUsageGround {

    @Autowired
    IssuerReads reads;

    @Autowired
    CreditService credits;

    @Test
    void what_an_invoice_cannot_bear_is_given_back_by_the_next_ones_and_each_line_says_so() {
        subscribe(customer, "starter");
        use(customer, day(3, 20), "1500");
        billOn(4, 2);
        use(customer, day(3, 20), "-1500");
        goTo(day(4, 30));
        var draft = draft();
        billOn(5, 2);

        var first = written().getFirst();
        assertThat(first.total()).isEqualTo(dollars(0));
        assertThat(first.status()).isEqualTo(Invoice.Status.PAID);
        assertThat(lines(first))
                .extracting(LineItem::kind, LineItem::amount)
                .containsExactly(
                        tuple(Kind.PLAN, dollars(2_900)),
                        tuple(Kind.ADJUSTMENT, dollars(-7_000)),
                        tuple(Kind.CARRIED, dollars(4_100)));
        assertThat(lines(first).getLast().formula())
                .isEqualTo("More is given back than is charged: $41.00 are taken off the next invoice");
        assertThat(lines(first).get(1).figures()).isEqualTo(new Moved(dollars(7_000), dollars(0)));
        assertThat(draft.lines()).isEqualTo(lines(first));

        billOn(6, 2);
        assertThat(lines(written().getFirst()))
                .extracting(LineItem::kind, LineItem::amount, LineItem::formula)
                .containsExactly(
                        tuple(Kind.PLAN, dollars(2_900), "$29.00 a month"),
                        tuple(Kind.CARRIED, dollars(-2_900), "$29.00 of a credit of $41.00; $12.00 are left"));
        assertThat(lines(written().getFirst()).getLast().figures())
                .isEqualTo(new Moved(dollars(4_100), dollars(1_200)));

        billOn(7, 2);
        assertThat(written().getFirst().total()).isEqualTo(dollars(1_700));
        billOn(8, 2);
        assertThat(lines(written().getFirst())).extracting(LineItem::kind).containsExactly(Kind.PLAN);
        assertThat(paid()).isEqualTo(dollars(6 * 2_900 - 2_900));
    }

    @Test
    void what_is_left_when_a_plan_is_over_is_credited_on_what_was_billed_the_newest_first() {
        subscribe(customer, "starter");
        use(customer, day(3, 20), "1500");
        billOn(4, 2);
        asDone(changes.end(""));
        use(customer, day(4, 20), "1500");
        billOn(5, 2);
        use(customer, day(3, 20), "-1500");
        use(customer, day(4, 20), "-1500");
        billOn(6, 2);
        assertThat(written()).extracting(Invoice::total).containsExactly(dollars(0), dollars(9_900), dollars(9_900));
        assertThat(owed()).as("as long as anything may be reported").isEqualTo(dollars(19_800));

        billOn(7, 2);
        asDone(broadcast.send(Settlement.CHANNEL, customer.tenant().toString()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(owed()).isEqualTo(dollars(5_800)));
        assertThat(written()).as("a credit alone makes no invoice").hasSize(3);
        var notes = notes();
        assertThat(notes).extracting(CreditNote::total).containsExactly(dollars(9_900), dollars(4_100));
        assertThat(notes)
                .extracting(CreditNote::invoice)
                .containsExactly(written().get(1).id(), written().get(2).id());
        asDone(broadcast.send(Settlement.CHANNEL, customer.tenant().toString()));
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(notes()).isEqualTo(notes));
    }

    /** Each month is corrected within the time in which it is looked at again; the oracle knows only what was used in the end. */
    @Test
    void law_what_is_charged_and_what_is_carried_come_to_what_was_used() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        subscribe(customer, "starter");
        Map<Integer, Integer> used = new HashMap<>();
        for (int month = 3; month <= 11; month++) {
            use(used, month, random.nextInt(4_000));
            billOn(month + 1, 2);
            for (int earlier = Math.max(3, month - 1); earlier <= month; earlier++) {
                use(used, earlier, random.nextInt(4_000));
            }
        }
        billOn(12, 20);
        goTo(day(12, 31).plusDays(2));
        close();

        assertThat(written()).allSatisfy(one -> {
            assertThat(one.total().minor()).isNotNegative();
            assertThat(lines(one).stream().map(LineItem::amount).reduce(dollars(0), Money::plus))
                    .isEqualTo(one.total());
        });
        long carried = written().stream()
                .flatMap(one -> lines(one).stream())
                .filter(line -> line.kind() == Kind.CARRIED)
                .mapToLong(line -> line.amount().minor())
                .sum();
        long oracle = used.values().stream()
                .mapToLong(gigabytes -> Math.max(0, gigabytes - 100) * 5L)
                .sum();
        assertThat(carried).isNotNegative();
        assertThat(paid().minor() - carried).isEqualTo(oracle + 10 * 2_900);
    }

    private Money owed() {
        return written().stream().map(Invoice::owed).reduce(dollars(0), Money::plus);
    }

    private List<CreditNote> notes() {
        var ids = written().stream().map(Invoice::id).toList();
        return as(credits.notes(ids)).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(CreditNote::number))
                .toList();
    }

    private Estimate draft() {
        var here = new InvoiceService(
                new Invoices(database), stored, overviews, usage, catalogues, reads, database, transactions, broadcast);
        return as(here.preview()).estimate();
    }

    /** From now on so much is known to have been used in a month. */
    private void use(Map<Integer, Integer> used, int month, int gigabytes) {
        int before = used.getOrDefault(month, 0);
        use(customer, day(month, 20), String.valueOf(gigabytes - before));
        used.put(month, gigabytes);
    }
}
