package io.chom.portal.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.Estimate;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Prepaid;
import io.chom.tenants.billing.Quote;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = QuoteCardTest.class)
class QuoteCardTest extends BrowserlessTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 11);

    private final Catalogues catalogues = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            meters: {}
            plans:
              starter: { name: Starter, price: "29.00", yearly: { price: "290.00" }, allowances: {} }
              pro: { name: Pro, price: "79.00", yearly: { price: "790.00" }, allowances: {} }
            """);
    private final Plan starter = catalogues.plan("hosting", "starter").orElseThrow();
    private final Plan pro = catalogues.plan("hosting", "pro").orElseThrow();

    @Test
    void a_year_in_the_place_of_a_month_says_what_is_paid_today_and_when_again() {
        var year = new Period(TODAY, TODAY.plusYears(1), ZoneOffset.UTC);
        var line = line(LineItem.Kind.YEAR, year, 79_000);
        show(new Quote(
                new PlanStep(TODAY, pro, Proration.NONE, Term.YEAR),
                overview(Term.MONTH, month(LocalDate.of(2027, 4, 1)), 2_900),
                overview(Term.MONTH, month(TODAY), 935),
                new Estimate(List.of(), Money.zero(catalogues.currency())),
                new Prepaid(TODAY, pro, line),
                BigDecimal.ZERO));

        assertThat(text())
                .contains("From Starter by the month to Pro by the year", "Pro by the year begins at once.")
                .containsSubsequence("To pay today", "$790.00")
                .containsSubsequence("On your invoice of Mar 11, 2027", "$9.35", "so far, instead of $29.00")
                .containsSubsequence("From Mar 11, 2028 on", "$790.00", "a year, which includes what you use now")
                .contains("Pro for a year: $790.00 a year, paid in advance");
        assertThat(find(Button.class).withText("Change now and pay $790.00").exists())
                .isTrue();
    }

    @Test
    void a_month_after_a_year_says_when_it_begins_and_costs_nothing_today() {
        var renewal = LocalDate.of(2028, 1, 5);
        var now = overview(Term.YEAR, month(LocalDate.of(2027, 4, 1)), 0);
        show(new Quote(
                new PlanStep(renewal, pro, Proration.NONE, Term.MONTH),
                now,
                now,
                estimate(7_900),
                null,
                BigDecimal.ZERO));

        assertThat(text())
                .contains("Starter by the year stays yours until Jan 4, 2028. Pro by the month begins the day after.")
                .containsSubsequence("To pay today", "$0.00")
                .containsSubsequence("From Jan 5, 2028 on", "$79.00", "a month, which includes what you use now");
        assertThat(find(Button.class).withText("Change on Jan 5, 2028").exists())
                .isTrue();
    }

    @Test
    void a_difference_that_is_paid_at_once_is_told_apart_from_the_invoice_of_the_month() {
        var left = new Period(TODAY, LocalDate.of(2027, 4, 1), ZoneOffset.UTC);
        var share = new LineItem.Share("Starter", 21, 31, new Money(5_000, catalogues.currency()));
        var line =
                new LineItem(LineItem.Kind.CHANGE, "Pro", "", "", left, share, new Money(3_387, catalogues.currency()));
        var month = overview(Term.MONTH, month(LocalDate.of(2027, 4, 1)), 2_900);
        show(new Quote(
                new PlanStep(TODAY, pro, Proration.NOW),
                month,
                month,
                estimate(7_900),
                new Prepaid(TODAY, pro, line),
                BigDecimal.ZERO));

        assertThat(text())
                .contains("From Starter to Pro", "Pro begins at once.")
                .containsSubsequence("To pay today", "$33.87")
                .containsSubsequence("On your invoice of Apr 1, 2027", "$29.00", "so far, as it is without the change")
                .containsSubsequence("From Apr 1, 2027 on", "$79.00", "a month, which includes what you use now")
                .contains("Pro instead of Starter: $50.00 a month × 21 of 31 days = $33.87");
        assertThat(find(Button.class).withText("Change now and pay $33.87").exists())
                .isTrue();
    }

    @Test
    void a_year_that_waits_for_a_month_that_is_paid_says_why() {
        var next = LocalDate.of(2027, 4, 1);
        var now = overview(Term.MONTH, month(next), 2_900);
        var year = new Period(next, next.plusYears(1), ZoneOffset.UTC);
        show(new Quote(
                new PlanStep(next, pro, Proration.NONE, Term.YEAR),
                now,
                now,
                new Estimate(List.of(), Money.zero(catalogues.currency())),
                new Prepaid(next, pro, line(LineItem.Kind.YEAR, year, 79_000)),
                BigDecimal.ZERO));

        assertThat(text())
                .contains("Something of this month is paid already, so the year begins when the month is over.")
                .containsSubsequence("To pay today", "$0.00")
                .containsSubsequence("From Apr 1, 2027 on", "$790.00");
    }

    private void show(Quote quote) {
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
        UI.getCurrent().add(new QuoteCard(language, catalogues, quote, () -> {}, () -> {}));
    }

    private UsageOverview overview(Term term, Period period, long cents) {
        return new UsageOverview(starter, term, period, List.of(), estimate(cents), BigDecimal.ZERO, Instant.EPOCH);
    }

    private static Period month(LocalDate until) {
        return new Period(LocalDate.of(2027, 3, 1), until, ZoneOffset.UTC);
    }

    private Estimate estimate(long cents) {
        var line = line(LineItem.Kind.PLAN, month(LocalDate.of(2027, 4, 1)), cents);
        return new Estimate(List.of(line), line.amount());
    }

    private LineItem line(LineItem.Kind kind, Period days, long cents) {
        return new LineItem(kind, "Pro", "", "", days, null, new Money(cents, catalogues.currency()));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
