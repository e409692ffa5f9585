package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.TenantService;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who acts about whose price: always somebody else's, and of whom he sells to or decides about. */
@Component
class Selling {

    private final TenantService tenants;
    private final Guardrails guardrails;

    Selling(TenantService tenants, DiscountProperties properties) {
        this.tenants = tenants;
        this.guardrails = properties.read();
    }

    /**
     * Somebody who acts for a customer.
     *
     * @param home where he is at home
     * @param giver as which he acts, with the rights of this moment
     * @param customer the same person, acting for the customer
     */
    record Seller(Acting home, Giver giver, Acting customer) {

        String id() {
            return home.actor().id();
        }

        /** Whether the customer buys from where he is at home; a brand owner buys from the platform. */
        boolean sells() {
            return customer.reseller().equals(home.tenant())
                    || giver == Giver.OPERATOR && customer.tenant().equals(customer.reseller());
        }

        DiscountStep step(Discount of, DiscountStep.Kind kind, BigDecimal ceiling, String words, Instant now) {
            return new DiscountStep(of.id(), kind, id(), giver, of.percent(), ceiling, words, now);
        }
    }

    Guardrails guardrails() {
        return guardrails;
    }

    /** Whoever acts, if he gives discounts at all; refused with {@code forbidden}. */
    static Mono<Giver> giver() {
        return TenantContext.require()
                .flatMap(acting -> Mono.justOrEmpty(Giver.of(acting)))
                .switchIfEmpty(Permission.denied());
    }

    /**
     * Whoever acts, about a customer that he may reach: of his own, or for the platform's operators any. Refused with
     * {@code forbidden} who gives no discounts, and about himself; with {@code not-found} about any other, there or not.
     */
    Mono<Seller> about(TenantId customer) {
        return giver().flatMap(giver -> TenantContext.require()
                .filter(home -> !home.tenant().equals(customer))
                .switchIfEmpty(Permission.denied())
                .flatMap(home -> tenants.acting(customer).map(target -> new Seller(home, giver, target))));
    }

    /** The same of whoever sells to the customer. */
    Mono<Seller> to(TenantId customer) {
        return about(customer).filter(Seller::sells).switchIfEmpty(Mono.error(() -> missing("organisation")));
    }

    static Refused missing(String what) {
        return new Refused(Failure.NotFound.of(what));
    }
}
