package io.chom.portal.details;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.Flaw;
import io.chom.tenants.billing.details.Flaw.Field;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Name, address and numbers. */
final class AddressFields extends Composite<Div> {

    private final transient Language language;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Select<String> country = new Select<>();

    /** @param isSeller whether to ask for the number of those who have no VAT id */
    AddressFields(Language language, boolean isSeller) {
        this.language = language;
        country.setLabel(language.say("details.country"));
        country.setItems(countries());
        country.setItemLabelGenerator(this::name);
        var place = new Div(field(Field.POSTAL_CODE, "postal-code"), field(Field.CITY, "address-level2"));
        place.addClassName("pair");
        var form = getContent();
        form.addClassName("form");
        form.add(
                field(Field.LEGAL_NAME, "organization"),
                field(Field.STREET, "address-line1"),
                field(Field.SECOND_LINE, "address-line2"),
                place,
                country,
                field(Field.VAT_ID, "off"),
                field(Field.TAX_NUMBER, "off"),
                field(Field.EMAIL, "email"),
                field(Field.BUYER_REFERENCE, "off"));
        fields.get(Field.TAX_NUMBER).setVisible(isSeller);
        hint(Field.VAT_ID);
        hint(Field.TAX_NUMBER);
        hint(Field.EMAIL);
        hint(Field.BUYER_REFERENCE);
    }

    private TextField field(Field which, String autocomplete) {
        var field = new TextField(language.say("details." + key(which)));
        field.setMaxLength(which.longest() * 2);
        field.setRequiredIndicatorVisible(which.isNeeded());
        field.getElement().setAttribute("autocomplete", autocomplete);
        fields.put(which, field);
        return field;
    }

    private void hint(Field which) {
        fields.get(which).setHelperText(language.say("details." + key(which) + ".hint"));
    }

    void show(BillingDetails details) {
        write(Field.LEGAL_NAME, details.legalName());
        write(Field.STREET, details.street());
        write(Field.SECOND_LINE, details.secondLine());
        write(Field.POSTAL_CODE, details.postalCode());
        write(Field.CITY, details.city());
        write(Field.VAT_ID, details.vatId());
        write(Field.TAX_NUMBER, details.taxNumber());
        write(Field.EMAIL, details.email());
        write(Field.BUYER_REFERENCE, details.buyerReference());
        country.setValue(details.country().isEmpty() ? null : details.country());
        say(List.of());
    }

    BillingDetails written() {
        return new BillingDetails(
                read(Field.LEGAL_NAME),
                read(Field.STREET),
                read(Field.SECOND_LINE),
                read(Field.POSTAL_CODE),
                read(Field.CITY),
                country.getValue() == null ? "" : country.getValue(),
                read(Field.VAT_ID),
                read(Field.TAX_NUMBER),
                read(Field.EMAIL),
                read(Field.BUYER_REFERENCE));
    }

    /** Says of each field what is wrong with it, and takes back what was said of the others. */
    void say(List<Flaw> flaws) {
        fields.values().forEach(field -> field.setInvalid(false));
        country.setInvalid(false);
        for (var flaw : flaws) {
            var field = fields.get(flaw.field());
            var words = FlawWords.of(language, flaw);
            if (field != null) {
                field.setErrorMessage(words);
                field.setInvalid(true);
            } else if (flaw.field() == Field.COUNTRY) {
                country.setErrorMessage(words);
                country.setInvalid(true);
            }
        }
    }

    static String key(Field which) {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void write(Field which, String text) {
        fields.get(which).setValue(text);
    }

    private String read(Field which) {
        return fields.get(which).getValue();
    }

    private List<String> countries() {
        var order = Collator.getInstance(language.words());
        return Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::name, order::compare))
                .toList();
    }

    private String name(String code) {
        return Locale.of("", code).getDisplayCountry(language.words());
    }
}
