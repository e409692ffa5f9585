package io.chom.tenants.billing.discount;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may give how much of a discount.
 *
 * @param guardrails of each role, the most that it may give alone in percent: by the month, for a year's commitment, and for a
 *     year in advance, as {@link Guardrails#of} reads them
 */
@ConfigurationProperties("chom.billing.discounts")
record DiscountProperties(
        @DefaultValue({"admin 10 15 20", "owner 20 25 25", "operator 50 50 50"})
        List<String> guardrails) {

    /** Says at the start what is wrong with them. */
    DiscountProperties {
        guardrails = List.copyOf(guardrails);
        Guardrails.of(guardrails);
    }

    Guardrails read() {
        return Guardrails.of(guardrails);
    }
}
