package io.chom.portal.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans that are sold by the seat, as customers see and choose them. */
@ViewPackages(classes = SeatsOnPlansTest.class)
class SeatsOnPlansTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2027-03-03T10:00:00Z");

    private final Catalogues catalogues = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            storefront: true
            meters: {}
            plans:
              starter: { name: Starter, price: "29.00", allowances: {} }
              pro:
                name: Pro
                price: "79.00"
                yearly: { price: "790.00" }
                seats: { included: 2, price: "12.00", yearly: "120.00", most: 20 }
                allowances: {}
            """);
    private final Language language = new Language(new Formats(Locale.US, ZoneOffset.UTC));

    @Test
    void whoever_buys_chooses_how_many_and_sees_what_they_cost() {
        show(null, 3);
        assertThat(find(IntegerField.class).single().getValue()).isEqualTo(3);
        assertThat(text()).contains("Pro (3 seats)", "$91.00", "2 seats included, each more $12.00 per month");

        find(IntegerField.class).single().setValue(6);

        assertThat(text()).contains("Pro (6 seats)", "$127.00").doesNotContain("$91.00");
        test(find(Button.class).withText("Choose Pro (6 seats)").single()).click();
        assertThat(text()).contains("$127.00 a month");
        find(IntegerField.class).single().setValue(21);
        assertThat(text()).contains("Pro (6 seats)");
    }

    @Test
    void who_has_it_changes_how_many_in_its_card() {
        show(bought(5), 3);
        assertThat(text()).contains("Pro (5 seats)", "$115.00", "Active").doesNotContain("Change to 5", "Change to 4");

        find(IntegerField.class).single().setValue(4);

        assertThat(text()).contains("Active");
        assertThat(find(Button.class).withText("Change to 4 seats").exists()).isTrue();
    }

    @Test
    void a_plan_without_seats_says_nothing_of_them() {
        show(null, 1);
        assertThat(text()).contains("Starter").doesNotContain("Starter (");
        assertThat(find(IntegerField.class).all()).hasSize(1);
    }

    @Test
    void lines_say_how_many_and_how_they_come_to_their_price() {
        var words = new LineWords(language, catalogues::meter);
        var month = new Period(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1), ZoneOffset.UTC);
        var whole = new LineItem(
                LineItem.Kind.PLAN,
                "Pro",
                "",
                "",
                month,
                new LineItem.Seated(6, 4, dollars(7_900), dollars(1_200)),
                dollars(12_700));
        assertThat(words.label(whole) + ": " + words.formula(whole))
                .isEqualTo("Pro (6 seats) plan: $79.00 + 4 seats at $12.00 each = $127.00 per month");
        var change = new LineItem(
                LineItem.Kind.CHANGE,
                "Pro",
                "",
                "",
                month,
                new LineItem.Share("Pro", 21, 31, dollars(2_400), 5, 3),
                dollars(1_626));
        assertThat(words.label(change)).isEqualTo("Pro (5 seats) instead of Pro (3 seats)");
    }

    private Money dollars(long minor) {
        return new Money(minor, catalogues.currency());
    }

    private void show(@Nullable Bought bought, int people) {
        PlansPage.open(language, catalogues, NOW)
                .show(new PlansWork.Page(
                        Optional.ofNullable(bought),
                        catalogues.plans("hosting"),
                        List.of(),
                        catalogues.currency(),
                        Set.of(),
                        people,
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        Optional.empty()));
    }

    private Bought bought(int seats) {
        var pro = catalogues.plan("hosting", "pro").orElseThrow().seated(seats);
        var began = LocalDate.of(2027, 3, 1);
        var running = new Subscription(
                SubscriptionId.next(),
                TenantId.next(),
                TenantId.next(),
                "hosting",
                1,
                "pro",
                1,
                ZoneOffset.UTC,
                began.atTime(8, 0).toInstant(ZoneOffset.UTC));
        return new Bought(running, pro, Term.MONTH, List.of(new PlanStep(began, pro, Proration.NONE)));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
