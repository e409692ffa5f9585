package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was done about discounts: only ever added to. Callers hold a transaction of the customer. */
@Repository
class DiscountSteps {

    private static final String ADD = """
            insert into billing.discount_step
                (tenant_id, reseller_id, discount_id, step, done_by, role, percent, ceiling, words, done_at)
            values (:tenant, :reseller, :discount, :step, :by, :role, :percent, :ceiling, :words, :now)
            """;

    private final DatabaseClient database;

    DiscountSteps(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Acting acting, DiscountStep step) {
        return database.sql(ADD)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("discount", step.discount().value())
                .bind("step", step.kind().name().toLowerCase(Locale.ROOT))
                .bind("by", step.by())
                .bind("role", step.role().right())
                .bind("percent", step.percent())
                .bind("ceiling", step.ceiling())
                .bind("words", step.words())
                .bind("now", step.at())
                .then();
    }

    /** All about the discounts of a customer, the oldest first. */
    Flux<DiscountStep> of(TenantId customer) {
        return database.sql("select * from billing.discount_step where tenant_id = :tenant order by done_at")
                .bind("tenant", customer.value())
                .map(DiscountSteps::read)
                .all();
    }

    private static DiscountStep read(Readable row) {
        return new DiscountStep(
                new DiscountId(DiscountBook.get(row, "discount_id", UUID.class)),
                DiscountStep.Kind.valueOf(
                        DiscountBook.get(row, "step", String.class).toUpperCase(Locale.ROOT)),
                DiscountBook.get(row, "done_by", String.class),
                Giver.of(DiscountBook.get(row, "role", String.class)),
                DiscountBook.get(row, "percent", BigDecimal.class),
                DiscountBook.get(row, "ceiling", BigDecimal.class),
                DiscountBook.get(row, "words", String.class),
                DiscountBook.get(row, "done_at", Instant.class));
    }
}
