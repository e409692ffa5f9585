package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chom.tenants.billing.LineItem.Kind;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.billing.details.BillingDetailsService;
import io.chom.tenants.billing.details.Papers;
import io.chom.tenants.billing.details.Profile;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.billing.details.Treatment;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Invoices of a seller that has told who it is and what tax it charges. */
@TenantsTest
class TaxedInvoicesTest {

    @Autowired
    BillingDetailsService details;

    @Autowired
    InvoiceService invoices;

    @Autowired
    UsageOverviews overviews;

    @Autowired
    PlanChanges changes;

    @Autowired
    CreditService credits;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    TenantService tenants;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    UsageQueries usage;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Broadcast broadcast;

    @Autowired
    BillingProperties properties;

    @Autowired
    Clock clock;

    private Acting seller;
    private Acting buyer;

    @BeforeEach
    void prepare() {
        PlatformTenant.of(tenants);
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        var made = as(
                job,
                tenants.createReseller(new NewTenant(
                        new Slug("t" + Long.toString(System.nanoTime(), 36)), "Somebody", ZoneOffset.UTC)));
        seller = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
        as(seller, subscriptions.subscribe(new Order("hosting", "enterprise", ZoneOffset.UTC)));
        buyer = NewCustomers.of(seller, tenants);
    }

    @Test
    void an_invoice_has_the_tax_of_its_draft_and_both_sides_as_they_were() {
        Papers.tell(details, seller, Papers.charging("DE", "DE123456789", "19"));
        Papers.tell(details, buyer, new Profile(Papers.in("DE", ""), Treatment.NONE));
        subscribe(0);
        var draft = as(buyer, invoices.preview()).estimate();
        assertThat(draft.total().minor()).isEqualTo(7_900 + 1_501);
        assertThat(as(buyer, overviews.current()).estimate()).isEqualTo(draft);
        assertThat(as(seller, overviews.ofCustomers())
                        .get(buyer.tenant())
                        .overview()
                        .estimate()
                        .total())
                .isEqualTo(dollars(7_900));

        run(Duration.ofDays(40));
        var first = newest();
        assertThat(first.lines()).isEqualTo(draft.lines());
        assertThat(first.tax()).get().extracting(Taxed::base).isEqualTo(dollars(7_900));
        assertThat(first.parties()).isEqualTo(new InvoiceParties(Papers.in("DE", "DE123456789"), Papers.in("DE", "")));

        Papers.tell(details, seller, Papers.charging("AT", "ATU12345678", "20"));
        Papers.tell(details, buyer, new Profile(Papers.in("FR", "FR12345678901"), Treatment.NONE));
        run(Duration.ofDays(75));
        var second = newest();
        assertThat(second.invoice().id()).isNotEqualTo(first.invoice().id());
        assertThat(second.invoice().total()).isEqualTo(dollars(7_900));
        assertThat(second.tax()).get().extracting(tax -> tax.rule().category()).isEqualTo(Category.REVERSE_CHARGE);
        assertThat(as(buyer, invoices.find(first.invoice().id()))).isEqualTo(first);
    }

    @Test
    void what_is_paid_in_advance_is_taxed_as_well() {
        Papers.tell(details, seller, Papers.charging("DE", "DE123456789", "19"));
        as(buyer, subscriptions.subscribe(new Order("hosting", "pro", Term.YEAR, ZoneOffset.UTC), clock.instant()));
        run(Duration.ZERO);
        assertThat(newest().lines())
                .extracting(LineItem::kind, line -> line.amount().minor())
                .containsExactly(tuple(Kind.YEAR, 79_000L), tuple(Kind.TAX, 15_010L));
    }

    @Test
    void an_offer_says_what_is_paid_today_as_it_is_then_billed() {
        Papers.tell(details, seller, Papers.charging("DE", "DE123456789", "19"));
        subscribe(0);
        var quote = as(buyer, changes.quote("pro", Term.YEAR));
        assertThat(quote.dueToday()).isEqualTo(dollars(79_000 + 15_010));
        changes.change(quote).contextWrite(TenantContext.as(buyer)).block(Duration.ofSeconds(30));
        run(Duration.ZERO);
        assertThat(newest().invoice().total()).isEqualTo(quote.dueToday());
    }

    @Test
    void until_a_seller_tells_anything_nothing_is_different() {
        Papers.tell(details, buyer, new Profile(Papers.in("DE", "DE123456789"), Treatment.NONE));
        subscribe(0);
        assertThat(as(buyer, invoices.preview()).estimate().total().minor()).isEqualTo(7_900);
        run(Duration.ofDays(40));
        assertThat(newest().lines()).extracting(LineItem::kind).containsExactly(Kind.PLAN);
        assertThat(newest().parties().seller()).isNull();
        assertThat(newest().parties().buyer()).isEqualTo(Papers.in("DE", "DE123456789"));
    }

    @Test
    void a_small_business_says_why_it_charges_none() {
        Papers.tell(details, seller, Papers.exempt("DE", "12/345", "§ 19 UStG"));
        subscribe(0);
        run(Duration.ofDays(40));
        assertThat(newest().invoice().total()).isEqualTo(dollars(7_900));
        assertThat(newest().lines().getLast()).satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.TAX);
            assertThat(line.formula()).isEqualTo("§ 19 UStG");
        });
    }

    @Test
    void a_credit_gives_back_the_tax_with_it_and_all_of_it_in_the_end() {
        Papers.tell(details, seller, Papers.charging("DE", "DE123456789", "19"));
        subscribe(0);
        run(Duration.ofDays(40));
        assertThat(credit(3_333).total().minor()).isEqualTo(3_333 + 633);
        assertThat(credit(1).total().minor()).isEqualTo(1);
        assertThat(credit(4_566).parts())
                .containsExactly(new CreditNote.Part(1, dollars(4_566)), new CreditNote.Part(2, dollars(1_501 - 633)));
        assertThat(newest().invoice().status()).isEqualTo(Invoice.Status.CREDITED);
        assertThat(newest().invoice().owed().minor()).isZero();
    }

    @Test
    void only_owners_administrators_and_keys_with_the_right_tell_and_customers_charge_nothing() {
        var member = new Acting(buyer.tenant(), buyer.reseller(), new Actor(Actor.Kind.PERSON, "m", Set.of("member")));
        var profile = Papers.charging("DE", "DE123456789", "19");
        assertThatThrownBy(() -> Papers.tell(details, member, profile)).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(member, details.current())).hasMessageContaining("forbidden");
        assertThat(as(buyer, details.current())).isEqualTo(Profile.NONE);
        assertThat(as(buyer, details.change(profile)).treatment()).isEqualTo(Treatment.NONE);
        assertThat(as(buyer, details.current()).details()).isEqualTo(profile.details());
        assertThat(as(Acme.BAKERY, details.current())).isNotEqualTo(as(buyer, details.current()));
        assertThatThrownBy(() -> as(buyer, details.change(Profile.NONE))).hasMessageContaining("billing-details.wrong");
    }

    private CreditNote credit(long cents) {
        var invoice = newest().invoice();
        return as(
                seller,
                credits.credit(
                        buyer.tenant(),
                        invoice.id(),
                        new NewCredit(
                                CreditNoteId.next(), List.of(new CreditNote.Part(1, dollars(cents))), "Too much")));
    }

    private ItemisedInvoice newest() {
        return as(buyer, invoices.latest(1)).getFirst();
    }

    private void subscribe(int daysAgo) {
        as(
                buyer,
                subscriptions.subscribe(
                        new Order("hosting", "pro", ZoneOffset.UTC),
                        clock.instant().minus(Duration.ofDays(daysAgo))));
    }

    private void run(Duration later) {
        Instant now = clock.instant().plus(later);
        new InvoiceRun(crossTenant, usage, catalogues, tenants, broadcast, properties, new MovableClock(now))
                .all()
                .block(Duration.ofSeconds(60));
    }

    private Money dollars(long minor) {
        return new Money(minor, catalogues.currency());
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(30)));
    }
}
