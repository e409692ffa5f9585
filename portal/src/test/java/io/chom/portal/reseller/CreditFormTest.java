package io.chom.portal.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.tenants.billing.InvoiceParties;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.Creditable;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = CreditFormTest.class)
class CreditFormTest extends BrowserlessTest {

    private static final Currency USD = Currency.getInstance("USD");

    private final List<NewCredit> wished = new ArrayList<>();
    private CreditForm form;

    @Test
    void what_would_happen_is_said_before_it_is_asked_and_done_once() {
        open(unpaid(2_900, 600));
        assertThat(text()).contains("$35.00 are credited. Nothing is left to pay then.");

        field(0).setValue("17.00");
        field(1).setValue("");
        assertThat(text()).contains("$17.00 are credited. $18.00 are then left to pay.");
        press("Credit");
        assertThat(reason().isInvalid()).isTrue();
        assertThat(wished).isEmpty();

        reason().setValue("Charged for a plan that was over");
        press("Credit");
        assertThat(text()).contains("A credit note cannot be taken back.");
        assertThat(wished).isEmpty();
        press("Write the credit note");
        assertThat(wished).singleElement().satisfies(one -> {
            assertThat(one.parts()).containsExactly(new Part(1, new Money(1_700, USD)));
            assertThat(one.reason()).isEqualTo("Charged for a plan that was over");
        });
    }

    @Test
    void the_tax_goes_back_by_itself_and_is_said_with_it() {
        var taxed = CreditSamples.taxed(
                new TaxRule(Category.STANDARD, new BigDecimal("19"), ""), InvoiceParties.NONE, 10_000);
        open(new Creditable(taxed, Map.of(), taxed.invoice().total(), false, false));
        assertThat(text()).contains("$119.00 are credited. Nothing is left to pay then.");
        field(0).setValue("50");
        reason().setValue("Half of it");
        assertThat(text()).contains("$59.50 are credited. $59.50 are then left to pay.");
        press("Credit");
        press("Write the credit note");
        assertThat(wished.getFirst().parts()).containsExactly(new Part(1, new Money(5_000, USD)));
    }

    @Test
    void two_clicks_are_one_wish() {
        open(unpaid(2_900));
        reason().setValue("Twice");
        press("Credit");
        press("Write the credit note");
        press("Credit");
        press("Write the credit note");
        assertThat(wished)
                .extracting(NewCredit::id)
                .hasSize(2)
                .containsOnly(wished.getFirst().id());
    }

    @Test
    void more_than_there_is_or_no_amount_is_said_beside_its_field() {
        open(unpaid(2_900, -400));
        reason().setValue("x");
        for (var wrong : List.of("29.01", "-1", "lots", "1.005")) {
            field(0).setValue(wrong);
            assertThat(field(0).isInvalid()).as(wrong).isTrue();
            press("Credit");
        }
        field(0).setValue("29.00");
        field(1).setValue("");
        assertThat(field(0).isInvalid()).isFalse();
        assertThat(text()).contains("That is more than is left of it all: $25.00.");
        press("Credit");
        field(1).setValue("-4.00");
        assertThat(text()).contains("$25.00 are credited.");
        assertThat(find(Button.class).withText("Write the credit note").all()).isEmpty();
    }

    @Test
    void what_was_paid_goes_back_the_way_it_came() {
        open(new Creditable(CreditSamples.itemised(2_900), Map.of(), Money.zero(USD), false, true));
        field(0).setValue("12");
        assertThat(text()).contains("$12.00 are credited and go back to the card that it was paid with.");
    }

    @Test
    void what_was_paid_by_hand_is_paid_back_by_hand() {
        open(new Creditable(
                CreditSamples.itemised(2_900), Map.of(1, new Money(900, USD)), Money.zero(USD), false, false));
        assertThat(field(0).getValue()).isEqualTo("20.00");
        assertThat(text()).contains("$20.00 are credited. They were not paid by card: you pay them back by hand.");
    }

    @Test
    void of_what_is_looked_into_nothing_is_credited() {
        open(new Creditable(CreditSamples.itemised(2_900), Map.of(), Money.zero(USD), true, true));
        assertThat(text()).contains("Nothing of this can be credited at present");
        assertThat(find(Button.class).withText("Credit").all()).noneMatch(Button::isVisible);
    }

    private void open(Creditable creditable) {
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
        form = new CreditForm(
                language, new LineWords(language, meter -> Optional.empty()), creditable, wished::add, () -> {});
        UI.getCurrent().add(form);
    }

    private static Creditable unpaid(long... cents) {
        var itemised = CreditSamples.itemised(cents);
        return new Creditable(itemised, Map.of(), itemised.invoice().total(), false, false);
    }

    private TextField field(int at) {
        return find(TextField.class, form).all().get(at);
    }

    private TextField reason() {
        return find(TextField.class, form).all().getLast();
    }

    private void press(String words) {
        test(find(Button.class, form).withText(words).all().getLast()).click();
    }

    private String text() {
        return form.getElement().getTextRecursively();
    }
}
