package io.chom.portal.reseller;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.Entitlements;
import io.chom.tenants.billing.Purchase;
import io.chom.tenants.billing.Purchases;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Product;
import io.chom.tenants.platform.Failure;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a reseller may buy to have customers, and what it has. */
final class PlanWork extends Work<PlanWork.Page> {

    private static final String WHITE_LABEL = "white-label";

    private final SubscriptionService subscriptions;
    private final Entitlements entitlements;
    private final Purchases purchases;
    private final Catalogues catalogues;
    private final ZoneId zone;

    /** @param zone of the days in which a plan that is bought here is billed */
    PlanWork(
            SubscriptionService subscriptions,
            Entitlements entitlements,
            Purchases purchases,
            Catalogues catalogues,
            ZoneId zone) {
        this.subscriptions = subscriptions;
        this.entitlements = entitlements;
        this.purchases = purchases;
        this.catalogues = catalogues;
        this.zone = zone;
    }

    /**
     * What there is to see.
     *
     * @param plan the running one, as it was sold
     * @param mayResell whether customers are included, by the plan or by a grant
     * @param offers what may be bought; nothing while a plan runs
     * @param held products that are paid by the month
     * @param products those that can be had besides
     * @param refusal why the last wish was refused
     */
    record Page(
            Optional<Plan> plan,
            boolean mayResell,
            List<Plan> offers,
            List<Purchase> held,
            List<Product> products,
            Optional<Failure> refusal) {}

    void choose(Plan plan) {
        wish(() -> subscriptions.subscribe(new Order(plan.catalogue(), plan.slug(), zone)));
    }

    void buy(Product product) {
        wish(() -> purchases.buy(product.catalogue(), product.slug()));
    }

    void end(Purchase held) {
        wish(() -> purchases.end(held.id()));
    }

    @Override
    protected Mono<Page> found() {
        Mono<Optional<Plan>> plan = subscriptions
                .current()
                .map(bought -> Optional.of(bought.plan()))
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(
                        plan,
                        entitlements.has(Entitlement.RESELL),
                        purchases.held().collectList())
                .map(all -> page(all.getT1(), all.getT2(), all.getT3()));
    }

    private Page page(Optional<Plan> plan, boolean mayResell, List<Purchase> held) {
        List<Plan> offers = plan.isPresent() ? List.of() : catalogues.plansWith(Entitlement.RESELL);
        List<String> had = held.stream().map(one -> one.product().slug()).toList();
        List<Product> products = catalogues.product(WHITE_LABEL, "managed").stream()
                .filter(one -> !had.contains(one.slug()))
                .toList();
        return new Page(plan, mayResell, offers, held, products, refusal());
    }

    @Override
    public Flux<?> changes() {
        return subscriptions.changes();
    }
}
