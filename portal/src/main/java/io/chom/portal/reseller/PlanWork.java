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
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Failure;
import java.time.ZoneId;
import java.util.Currency;
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
    private final Currency preferred;
    private final ZoneId zone;

    private volatile Optional<Currency> wished = Optional.empty();

    /**
     * For somebody.
     *
     * @param preferred the currency of prices while nothing that is paid says another
     * @param zone of the days in which a plan that is bought here is billed
     */
    PlanWork(
            SubscriptionService subscriptions,
            Entitlements entitlements,
            Purchases purchases,
            Catalogues catalogues,
            Currency preferred,
            ZoneId zone) {
        this.subscriptions = subscriptions;
        this.entitlements = entitlements;
        this.purchases = purchases;
        this.catalogues = catalogues;
        this.preferred = preferred;
        this.zone = zone;
    }

    /**
     * What there is to see.
     *
     * @param plan the running one, as it was sold
     * @param mayResell whether customers are included, by the plan or by a grant
     * @param offers what may be bought; nothing while a plan runs
     * @param currencies among which to choose for an offer; none while a plan runs
     * @param currency in which prices are shown
     * @param held products that are paid by the month
     * @param products those that can be had besides
     * @param refusal why the last wish was refused
     */
    record Page(
            Optional<Plan> plan,
            boolean mayResell,
            List<Plan> offers,
            List<Currency> currencies,
            Currency currency,
            List<Purchase> held,
            List<Product> products,
            Optional<Failure> refusal) {}

    void choose(Plan plan) {
        wish(() -> subscriptions.subscribe(
                new Order(plan.catalogue(), plan.slug(), Term.MONTH, zone, plan.seatCount(), plan.currency())));
    }

    void buy(Product product) {
        wish(() -> purchases.buy(product.catalogue(), product.slug()));
    }

    /** Shows prices in another currency. */
    void show(Currency currency) {
        wished = Optional.of(currency);
        wish(Mono::empty);
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
                        subscriptions.currency(),
                        entitlements.has(Entitlement.RESELL),
                        purchases.held().collectList())
                .map(all -> page(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    private Page page(Optional<Plan> plan, Optional<Currency> own, boolean mayResell, List<Purchase> held) {
        Currency currency =
                plan.map(Plan::currency).or(() -> wished).or(() -> own).orElse(preferred);
        List<Plan> offers = plan.isPresent() ? List.of() : catalogues.plansWith(Entitlement.RESELL, currency);
        List<Currency> currencies = plan.isPresent() ? List.of() : catalogues.storefrontCurrencies();
        List<String> had = held.stream().map(one -> one.product().slug()).toList();
        List<Product> products = catalogues.product(WHITE_LABEL, "managed", own.orElse(currency)).stream()
                .filter(one -> !had.contains(one.slug()))
                .toList();
        return new Page(plan, mayResell, offers, currencies, currency, held, products, refusal());
    }

    @Override
    public Flux<?> changes() {
        return subscriptions.changes();
    }
}
