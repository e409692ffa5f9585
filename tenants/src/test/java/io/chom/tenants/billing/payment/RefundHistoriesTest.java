package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.BACK;
import static io.chom.tenants.billing.payment.PaymentHouse.USD;
import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.Invoice.Status;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.support.TenantsTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Credits, charges, pages, lost answers and outages in any order: what is kept is what the invoice is worth by then. */
@TenantsTest
class RefundHistoriesTest extends PaymentGround {

    private final List<URI> pages = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void law_what_is_kept_of_an_invoice_is_what_it_is_worth(long seed) {
        var random = new Random(seed);
        var owed = house.owe(payer, platform, new Money(500 + random.nextInt(5_000), USD));
        house.leave(payer, Sandbox.VISA);
        for (int step = 0; step < 12; step++) {
            try {
                act(random, owed);
            } catch (Refused refused) {
                assertThat(refused).hasMessageMatching(".*(credit\\.|billing\\.).*");
            }
            isExact(owed);
        }
        sandbox.outage("none", 0);
        for (int round = 0; round < 4; round++) {
            house.pass(Duration.ofHours(3));
            house.work();
            isExact(owed);
        }

        var standing = house.standing(payer, owed.id());
        assertThat(standing.status()).isIn(Status.PAID, Status.CREDITED);
        long taken = sandbox.taken(null, owed.number()).stream()
                .mapToLong(one -> one.getAmountReceived())
                .sum();
        long given = given(null, owed).stream().mapToLong(Long::longValue).sum();
        assertThat(taken - given)
                .isEqualTo(owed.total().minor() - standing.credited().minor());
    }

    private void act(Random random, Invoice owed) {
        switch (random.nextInt(7)) {
            case 0, 1 -> credit(owed, 1 + random.nextInt((int) owed.total().minor()));
            case 2 -> house.run.begin().block(Duration.ofSeconds(20));
            case 3 -> house.work();
            case 4 -> sandbox.outage(random.nextBoolean() ? "lost" : "down", 1 + random.nextInt(3));
            case 5 -> pages.add(as(payer, house.service.pay(owed.id(), BACK)));
            default -> visit();
        }
    }

    /** Somebody pays on a page that was opened at some time, if it is open, and may not come back. */
    private void visit() {
        if (!pages.isEmpty()) {
            try {
                sandbox.fill(pages.removeFirst(), Sandbox.VISA);
            } catch (AssertionError closed) {
                assertThat(closed).hasMessageNotContaining("500 ");
            }
        }
    }

    private void isExact(Invoice invoice) {
        var sums = as(
                payer,
                house.bean(DatabaseClient.class)
                        .sql("""
                                select s.total - s.credited - s.received + s.refunded as balance, s.owed, s.state,
                                       s.credited = (select coalesce(sum(n.total), 0) from billing.credit_note n
                                                      where n.invoice_id = s.invoice_id) as are_credits_right,
                                       s.received = (select coalesce(sum(p.received), 0) from billing.payment p
                                                      where p.invoice_id = s.invoice_id) as are_payments_right,
                                       s.refunded = (select coalesce(sum(r.amount), 0) from billing.refund r
                                                      where r.invoice_id = s.invoice_id) as are_refunds_right
                                  from billing.settlement s where s.invoice_id = :invoice
                                """)
                        .bind("invoice", invoice.id().value())
                        .fetch()
                        .one()
                        .as(house.bean(TransactionalOperator.class)::transactional));
        assertThat((Long) sums.get("balance")).isNotNegative().isEqualTo(sums.get("owed"));
        assertThat(List.of(
                        sums.get("are_credits_right"), sums.get("are_payments_right"), sums.get("are_refunds_right")))
                .containsOnly(true);
        assertThat(sums.get("state")).isNotEqualTo("checking");
    }
}
