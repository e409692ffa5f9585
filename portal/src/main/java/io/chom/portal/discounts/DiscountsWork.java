package io.chom.portal.discounts;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.discount.CustomerDiscounts;
import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.DiscountDesk;
import io.chom.tenants.billing.discount.DiscountService;
import io.chom.tenants.billing.discount.DiscountWish;
import io.chom.tenants.identity.Member;
import io.chom.tenants.identity.MembershipService;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody who sells does about what is off the price of a customer. */
final class DiscountsWork extends Work<DiscountsWork.Page> {

    private final DiscountService discounts;
    private final DiscountDesk desk;
    private final Buyers buyers;
    private final MembershipService people;

    private volatile String chosen = "";

    DiscountsWork(DiscountService discounts, DiscountDesk desk, Buyers buyers, MembershipService people) {
        this.discounts = discounts;
        this.desk = desk;
        this.buyers = buyers;
        this.people = people;
    }

    /**
     * What there is to see.
     *
     * @param buyers those to choose from
     * @param buyer who is chosen; empty where nobody is
     * @param found what there is of it; empty where nobody is chosen
     * @param people who may be named in what was done
     * @param refusal why the last wish was refused
     */
    record Page(
            List<Tenant> buyers,
            Optional<Tenant> buyer,
            Optional<CustomerDiscounts> found,
            List<Member> people,
            Optional<Failure> refusal) {}

    /** Begins with the one of this identity, if there is one. */
    void open(String customer) {
        chosen = customer;
    }

    void choose(Tenant customer) {
        chosen = customer.id().toString();
        wish(Mono::empty);
    }

    void give(Tenant customer, DiscountWish wanted) {
        wish(() -> discounts.give(customer.id(), wanted));
    }

    void refuse(Refused refused) {
        wish(() -> Mono.error(refused));
    }

    void end(Discount which) {
        wish(() -> discounts.end(which.customer(), which.id()));
    }

    void withdraw(Discount which) {
        wish(() -> desk.withdraw(which.customer(), which.id()));
    }

    @Override
    protected Mono<Page> found() {
        return Mono.zip(buyers.all(), people.list().collectList()).flatMap(read -> {
            var buyer = read.getT1().stream()
                    .filter(one -> one.id().toString().equals(chosen))
                    .findFirst();
            return Mono.justOrEmpty(buyer)
                    .flatMap(one -> discounts.of(one.id()))
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .map(found -> new Page(read.getT1(), buyer, found, read.getT2(), refusal()));
        });
    }

    @Override
    public Flux<?> changes() {
        return desk.changes();
    }
}
