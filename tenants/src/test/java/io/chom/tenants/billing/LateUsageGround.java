package io.chom.tenants.billing;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Customers of whom usage is reported whenever a test says, also after its invoice. */
abstract class LateUsageGround extends TravelGround {

    private static final List<String> TABLES = List.of("usage.hourly", "usage.daily");

    final List<Acting> users = new ArrayList<>();

    LateUsageGround() {
        super(ZoneId.of("Europe/Berlin"));
    }

    @BeforeEach
    final void know() {
        users.add(customer);
    }

    /** What is counted here has no events, which those who compare both would tell. */
    @AfterEach
    final void forget() {
        for (var one : users) {
            for (var table : TABLES) {
                by(
                        one,
                        database.sql("delete from " + table + " where tenant_id = :tenant")
                                .bind("tenant", one.tenant().value())
                                .fetch()
                                .rowsUpdated()
                                .as(transactions::transactional));
            }
        }
    }

    final void subscribe(Acting who, String plan) {
        by(who, subscriptions.subscribe(new Order("hosting", plan, zone)));
    }

    final void change(String plan) {
        asDone(changes.change(as(changes.quote(plan, Term.MONTH))));
    }

    final void billOn(int month, int day) {
        goTo(day(month, day));
        close();
    }

    final Money paid() {
        return written().stream().map(Invoice::total).reduce(dollars(0), Money::plus);
    }

    final void use(Acting who, LocalDate day, String quantity) {
        use(who, "bandwidth_gb", day, quantity);
    }

    final void use(Acting who, String meter, LocalDate day, String quantity) {
        for (var table : TABLES) {
            boolean isDaily = table.endsWith("daily");
            by(
                    who,
                    database.sql("""
                            insert into %s as had (tenant_id, reseller_id, meter, bucket, total, peak, events)
                            values (:tenant, :reseller, :meter, cast(:at as %s), :quantity, :quantity, 1)
                            on conflict (tenant_id, meter, bucket) do update
                               set total = had.total + excluded.total, events = had.events + 1
                            """.formatted(table, isDaily ? "date" : "timestamptz"))
                            .bind("tenant", who.tenant().value())
                            .bind("reseller", who.reseller().value())
                            .bind("meter", meter)
                            .bind("at", isDaily ? day.toString() : noon(day).toString())
                            .bind("quantity", new BigDecimal(quantity))
                            .fetch()
                            .rowsUpdated()
                            .as(transactions::transactional));
        }
    }
}
