package io.chom.portal.details;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.Profile;
import io.chom.tenants.billing.details.Treatment;
import io.chom.tenants.billing.details.Treatment.Kind;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = DetailsContentTest.class)
class DetailsContentTest extends BrowserlessTest {

    private final List<Profile> wished = new ArrayList<>();
    private DetailsContent content;

    @Test
    void nothing_told_says_what_that_means_and_each_empty_field_says_what_to_do() {
        open(Locale.US, false, Profile.NONE);
        assertThat(text())
                .contains("Without these details there is no e-invoice.")
                .doesNotContain("Tax on what you sell");
        press("Save");
        assertThat(wished).isEmpty();
        assertThat(List.of("Legal name", "Street and number", "Postal code", "City"))
                .allSatisfy(label -> {
                    assertThat(field(label).isInvalid()).isTrue();
                    assertThat(field(label).getErrorMessage()).contains("Fill this in");
                });
        assertThat(country().isInvalid()).isTrue();
        assertThat(field("VAT ID").isInvalid()).isFalse();
    }

    @Test
    void a_buyer_tells_its_address_and_a_number_as_it_writes_it() {
        open(Locale.US, false, Profile.NONE);
        fill();
        field("VAT ID").setValue("DE12");
        press("Save");
        assertThat(field("VAT ID").getErrorMessage()).contains("no VAT ID of that country");
        assertThat(wished).isEmpty();
        field("VAT ID").setValue("de 123 456 789");
        press("Save");
        assertThat(field("VAT ID").isInvalid()).isFalse();
        assertThat(wished)
                .containsExactly(new Profile(
                        new BillingDetails("Bakery", "Ring 1", "", "10115", "Town", "DE", "DE123456789", "", "", ""),
                        Treatment.NONE));
    }

    @Test
    void a_seller_tells_its_rate_in_its_own_signs() {
        open(Locale.GERMANY, true, Profile.NONE);
        assertThat(text()).contains("Steuer auf Ihre Verkäufe");
        fields().get(0).setValue("Hosting");
        fields().get(1).setValue("Weg 1");
        fields().get(3).setValue("1");
        fields().get(4).setValue("Ort");
        country().setValue("DE");
        treatment().setValue(Kind.STANDARD);
        field("Steuersatz").setValue("viel");
        press("Speichern");
        assertThat(field("Steuersatz").isInvalid()).isTrue();
        assertThat(field("Steuernummer").getErrorMessage()).contains("USt-IdNr. oder eine Steuernummer");
        field("Steuersatz").setValue("7,7");
        field("Steuernummer").setValue("12/345");
        press("Speichern");
        assertThat(wished)
                .singleElement()
                .extracting(Profile::treatment)
                .isEqualTo(new Treatment(Kind.STANDARD, new BigDecimal("7.7"), ""));
    }

    @Test
    void what_is_kept_is_shown_and_what_is_being_written_stays() {
        var kept = new Profile(
                new BillingDetails("Hosting", "Weg 1", "", "1", "Ort", "AT", "ATU12345678", "", "", ""),
                new Treatment(Kind.STANDARD, new BigDecimal("20.00"), ""));
        open(Locale.US, true, kept);
        assertThat(field("Rate").getValue()).isEqualTo("20");
        assertThat(country().getValue()).isEqualTo("AT");
        field("City").setValue("Elsewhere");
        content.show(new DetailsWork.Page(kept, false, Optional.empty()));
        assertThat(field("City").getValue()).isEqualTo("Elsewhere");
        content.show(new DetailsWork.Page(kept, true, Optional.empty()));
        assertThat(text()).contains("Saved.");
    }

    private void open(Locale locale, boolean isSeller, Profile profile) {
        content = new DetailsContent(new Language(new Formats(locale, ZoneOffset.UTC)), wished::add, isSeller);
        UI.getCurrent().add(content.component());
        content.show(new DetailsWork.Page(profile, false, Optional.empty()));
    }

    private void fill() {
        field("Legal name").setValue("Bakery");
        field("Street and number").setValue("Ring 1");
        field("Postal code").setValue("10115");
        field("City").setValue("Town");
        country().setValue("DE");
    }

    private List<TextField> fields() {
        return find(TextField.class).all();
    }

    private TextField field(String label) {
        return fields().stream()
                .filter(one -> one.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<String> country() {
        return find(Select.class).all().getFirst();
    }

    @SuppressWarnings("unchecked")
    private Select<Kind> treatment() {
        return find(Select.class).all().getLast();
    }

    private void press(String words) {
        test(find(Button.class).withText(words).all().getLast()).click();
    }

    private String text() {
        return content.component().getElement().getTextRecursively();
    }
}
