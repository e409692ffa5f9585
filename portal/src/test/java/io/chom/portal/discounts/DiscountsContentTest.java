package io.chom.portal.discounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.AddressState;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Reduction;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.discount.CustomerDiscounts;
import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.Discount.State;
import io.chom.tenants.billing.discount.DiscountId;
import io.chom.tenants.billing.discount.DiscountOffer;
import io.chom.tenants.billing.discount.DiscountStep;
import io.chom.tenants.billing.discount.Giver;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = DiscountsContentTest.class)
class DiscountsContentTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2027-03-03T10:00:00Z");
    private static final LocalDate BEGAN = LocalDate.of(2027, 3, 1);
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

    private final Plan pro =
            new Plan("hosting", 1, "pro", "Pro", Money.of("79.00", Currency.getInstance("USD")), Set.of(), List.of());
    private final Tenant bakery = new Tenant(
            TenantId.next(),
            TenantId.next(),
            Tenant.Kind.CUSTOMER,
            new Slug("bakery"),
            "Bakery",
            Tenant.Status.ACTIVE,
            ZoneOffset.UTC);

    @Test
    void what_follows_is_said_while_it_is_typed() {
        show(List.of(), List.of());
        assertThat(text()).contains("You may give up to 20%; for more, the platform has to approve.");

        percent().setValue("15");
        assertThat(text())
                .contains("$67.15 instead of $79.00 per month, from Mar 1, 2027 on.", "until somebody ends it")
                .contains("Give the discount")
                .doesNotContain("has to approve. First");
        find(IntegerField.class).single().setValue(2);
        assertThat(text()).contains("It ends by itself after Apr 30, 2027.");

        percent().setValue("25");
        assertThat(text()).contains("First the platform has to approve.");
        assertThat(find(Button.class).withText("Ask for approval").exists()).isTrue();

        percent().setValue("50.5");
        assertThat(text()).contains("At most 50% may be given by anybody.");
        percent().setValue("-3");
        assertThat(text()).contains("Type a percentage");
    }

    @Test
    void what_counts_is_said_with_its_end_and_who_did_what() {
        var one = discount(State.ACTIVE, new Reduction(BEGAN, TWENTY, TWENTY, 3, null));
        var step = new DiscountStep(
                one.id(),
                DiscountStep.Kind.APPROVED,
                "x|operator",
                Giver.OPERATOR,
                TWENTY,
                BigDecimal.valueOf(50),
                "",
                NOW);
        show(List.of(one), List.of(step));
        assertThat(text())
                .contains("20% off the price, from Mar 1, 2027 until May 31, 2027", "End it", "They stay")
                .contains("the platform: approved of 20% (may give 50%)")
                .doesNotContain("Give the discount");
    }

    @Test
    void what_waits_says_for_whom_and_can_be_withdrawn_by_who_asked() {
        show(List.of(discount(State.ASKED, null)), List.of());
        assertThat(text())
                .contains("20% off the price, for 3 billing periods. It waits for the platform.")
                .doesNotContain("Give the discount");
        assertThat(find(Button.class).withText("Withdraw").exists()).isTrue();
    }

    private Discount discount(State state, @Nullable Reduction reduction) {
        return new Discount(
                new DiscountId(UUID.randomUUID()),
                bakery.id(),
                "Bakery",
                bought().subscription().id(),
                TWENTY,
                3,
                "They stay",
                Giver.OPERATOR,
                "x|me",
                NOW,
                state,
                reduction);
    }

    private void show(List<Discount> all, List<DiscountStep> steps) {
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
        // Nothing is wished for here, so nobody is asked.
        var content = new DiscountsContent(language, new DiscountsWork(null, null, null, null), new AddressState());
        UI.getCurrent().add(content.component());
        var most = new DiscountOffer.Most(
                TWENTY,
                List.of(
                        new DiscountOffer.Step(Giver.ADMIN, BigDecimal.TEN),
                        new DiscountOffer.Step(Giver.OWNER, TWENTY),
                        new DiscountOffer.Step(Giver.OPERATOR, BigDecimal.valueOf(50))));
        var offer = new DiscountOffer(bought(), Giver.OWNER, most, BEGAN);
        content.show(new DiscountsWork.Page(
                List.of(bakery),
                Optional.of(bakery),
                Optional.of(new CustomerDiscounts("x|me", offer, all, steps, NOW)),
                List.of(),
                Optional.empty()));
    }

    private TextField percent() {
        return find(TextField.class).withCaption("Discount in percent").single();
    }

    private final SubscriptionId id = SubscriptionId.next();

    private Bought bought() {
        var running = new Subscription(
                id,
                bakery.id(),
                bakery.reseller(),
                "hosting",
                1,
                "pro",
                1,
                ZoneOffset.UTC,
                BEGAN.atTime(8, 0).toInstant(ZoneOffset.UTC));
        return new Bought(running, pro, Term.MONTH, List.of(new PlanStep(BEGAN, pro, Proration.NONE)));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
