package io.chom.portal.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Pause;
import io.chom.tenants.billing.PauseOffer;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = PlansContentTest.class)
class PlansContentTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2027-03-03T10:00:00Z");
    private static final LocalDate BEGAN = LocalDate.of(2027, 3, 1);

    private Optional<PauseOffer> offer = Optional.empty();
    private static final LocalDate PAID = LocalDate.of(2027, 3, 15);

    private Catalogues catalogues = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            storefront: true
            meters:
              sites: { name: Sites, unit: sites, one: site, aggregation: max, decimals: 0 }
            plans:
              pro:
                name: Pro
                price: "79.00"
                yearly: { price: "790.00" }
                trial_days: 14
                allowances:
                  sites: { included: 25, enforcement: metered, overage_price: "4.00" }
              team: { name: Team, price: "99.00", allowances: {} }
            """);

    @Test
    void whoever_is_new_is_offered_the_days_that_cost_nothing() {
        show(null, Set.of("hosting"));

        assertThat(text()).containsOnlyOnce("The first 14 days cost nothing").contains("$79.00", "Choose Pro");
    }

    @Test
    void whoever_is_not_new_is_not() {
        show(null, Set.of());

        assertThat(text()).doesNotContain("cost nothing").contains("Choose Pro");
    }

    @Test
    void who_tries_a_plan_sees_how_long_and_what_it_costs_then_and_has_it_already() {
        show(bought(PAID, null), Set.of());

        assertThat(text())
                .contains("Pro costs nothing until Mar 14, 2027 (12 days left). After that it costs $79.00 a month.")
                .contains("Active", "It stays yours until Mar 14, 2027, and nothing is billed.")
                .doesNotContain("Move to today’s Pro", "One last");
        assertThat(find(Button.class).withText("Upgrade to Team").exists()).isTrue();
    }

    @Test
    void who_gives_it_up_while_it_is_tried_is_billed_nothing() {
        show(bought(PAID, PAID), Set.of());

        assertThat(text())
                .contains("Your trial ends on Mar 14, 2027. Nothing is billed.")
                .doesNotContain("One last");
    }

    @Test
    void who_pays_reads_nothing_of_it() {
        show(bought(BEGAN, null), Set.of());

        assertThat(text()).doesNotContain("cost nothing", "costs nothing").contains("One last invoice follows");
    }

    @Test
    void a_year_is_chosen_with_what_it_comes_to_and_what_it_saves() {
        show(null, Set.of("hosting"));
        assertThat(text()).contains("$79.00", "per month").doesNotContain("per year");

        press("Yearly");

        assertThat(text())
                .contains(
                        "$790.00", "per year", "$65.83 a month, paid in advance once a year. You save $158.00 a year.")
                .contains("$99.00", "Choose Pro", "Choose Team")
                .contains("It costs nothing until Mar 16, 2027, and $790.00 a year from then on, paid in advance.");
        assertThat(pressed()).containsExactly("Yearly");
    }

    @Test
    void who_pays_by_the_year_sees_until_when_and_what_else_there_is_by_the_month() {
        show(bought(Term.YEAR, BEGAN, null), Set.of());

        assertThat(pressed()).containsExactly("Yearly");
        assertThat(text())
                .contains("Pro is paid by the year, $790.00 a year. It renews on Mar 1, 2028.", "Active")
                .contains("It stays yours until Feb 29, 2028: that is paid for.");
        assertThat(find(Button.class).withText("Change to Team by the month").exists())
                .isTrue();

        press("Monthly");

        assertThat(find(Button.class).withText("Change to Pro by the month").exists())
                .isTrue();
        assertThat(text()).doesNotContain("Active");
    }

    @Test
    void who_pays_by_the_month_sees_when_the_next_begins() {
        show(bought(BEGAN, null), Set.of());

        assertThat(text()).contains("Pro is paid by the month, $79.00 a month. The next month begins on Apr 1, 2027.");
    }

    @Test
    void a_currency_is_chosen_where_there_are_several_and_nothing_runs() {
        show(null, Set.of());
        assertThat(find(Select.class).all()).isEmpty();
        UI.getCurrent().removeAll();
        catalogues = CatalogueOf.text("""
                catalogue: hosting
                version: 1
                currency: USD
                currencies: [EUR]
                storefront: true
                meters: {}
                plans:
                  pro: { name: Pro, price: { USD: "79.00", EUR: "73.50" }, allowances: {} }
                """);
        show(null, Set.of());

        @SuppressWarnings("unchecked")
        Select<Currency> choice = find(Select.class).single();
        assertThat(choice.getLabel()).isEqualTo("Currency");
        assertThat(choice.getValue()).hasToString("USD");
        assertThat(choice.getListDataView().getItems().toList()).hasToString("[USD, EUR]");
        assertThat(choice.getItemLabelGenerator().apply(Currency.getInstance("EUR")))
                .isEqualTo("EUR – Euro");

        UI.getCurrent().removeAll();
        show(bought(BEGAN, null), Set.of());
        assertThat(find(Select.class).all()).isEmpty();
    }

    private void press(String words) {
        test(find(NativeButton.class).withText(words).single()).click();
    }

    private List<String> pressed() {
        return find(NativeButton.class).all().stream()
                .filter(one -> "true".equals(one.getElement().getAttribute("aria-pressed")))
                .map(NativeButton::getText)
                .toList();
    }

    @Test
    void who_has_an_earlier_version_that_says_the_same_is_not_offered_it_again() {
        var now = bought(BEGAN, null);
        var pro = now.sold();
        var before = new Plan(
                pro.catalogue(),
                pro.version() + 7,
                pro.slug(),
                pro.name(),
                pro.price(),
                pro.entitlements(),
                pro.allowances());
        var step = new PlanStep(BEGAN, before, Proration.NONE);
        show(new Bought(now.subscription(), before, Term.MONTH, List.of(step)), Set.of());
        assertThat(text()).containsOnlyOnce("Active").doesNotContain("Move to today");
    }

    @Test
    void a_question_that_is_open_stays_when_the_page_is_read_again() {
        var content = content();
        content.show(page(null, Set.of()));
        test(find(Button.class).withText("Choose Pro").single()).click();
        content.show(page(null, Set.of()));
        assertThat(find(Button.class).withText("Buy").all()).hasSize(1);
    }

    private void show(@Nullable Bought bought, Set<String> isNewTo) {
        content().show(page(bought, isNewTo));
    }

    private PlansContent content() {
        return PlansPage.open(new Language(new Formats(Locale.US, ZoneOffset.UTC)), catalogues, NOW);
    }

    private PlansWork.Page page(@Nullable Bought bought, Set<String> isNewTo) {
        return new PlansWork.Page(
                Optional.ofNullable(bought),
                catalogues.plans("hosting"),
                bought == null ? catalogues.storefrontCurrencies() : List.of(),
                catalogues.currency(),
                isNewTo,
                1,
                offer,
                Optional.empty(),
                NOW,
                Optional.empty());
    }

    @Test
    void a_pause_is_offered_by_the_month_and_said_while_it_lasts() {
        var first = LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(10);
        offer = Optional.of(new PauseOffer(first, List.of(first.plusMonths(1), first.plusMonths(2))));
        show(bought(BEGAN, null), Set.of());
        assertThat(text()).contains("Pause the plan", "1 month", "2 months");
        press("2 months");
        var formats = new Formats(Locale.US, ZoneOffset.UTC);
        assertThat(text())
                .contains("It goes on by itself on " + formats.date(first.plusMonths(2)))
                .contains("Pause from " + formats.date(first));

        UI.getCurrent().removeAll();
        offer = Optional.empty();
        var pause = new Pause(first.minusDays(20), first.plusDays(12), null);
        show(paused(bought(BEGAN, null), pause), Set.of());
        assertThat(text())
                .contains("is paused until " + formats.date(first.plusDays(11)), "Go on today")
                .doesNotContain("Pause from");
    }

    private static Bought paused(Bought bought, Pause pause) {
        var one = bought.subscription();
        var paused = new Subscription(
                one.id(),
                one.customer(),
                one.reseller(),
                one.catalogue(),
                one.version(),
                one.plan(),
                one.term(),
                one.seats(),
                one.status(),
                one.anchorDay(),
                one.zone(),
                one.startedAt(),
                one.changes(),
                one.increases(),
                List.of(pause),
                List.of(),
                null,
                null,
                null);
        return new Bought(paused, bought.plan().paused(), bought.term(), bought.steps());
    }

    private Bought bought(LocalDate paid, @Nullable LocalDate endsOn) {
        return bought(Term.MONTH, paid, endsOn);
    }

    private Bought bought(Term term, LocalDate paid, @Nullable LocalDate endsOn) {
        var pro = catalogues.plan("hosting", "pro").orElseThrow();
        var running = new Subscription(
                SubscriptionId.next(),
                TenantId.next(),
                TenantId.next(),
                "hosting",
                1,
                "pro",
                term,
                0,
                Subscription.Status.ACTIVE,
                paid.getDayOfMonth(),
                ZoneOffset.UTC,
                BEGAN.atTime(8, 0).toInstant(ZoneOffset.UTC),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                paid,
                endsOn,
                null);
        Plan now = paid.isAfter(LocalDate.ofInstant(NOW, ZoneOffset.UTC)) ? pro.tried() : pro;
        return new Bought(running, now, term, List.of(new PlanStep(BEGAN, pro, Proration.NONE, term)));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
