package io.chom.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = WhatIfContentTest.class)
class WhatIfContentTest extends BrowserlessTest {

    private static final Catalogues CATALOGUES = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            meters:
              sites: { name: Sites, unit: sites, one: site, aggregation: max, decimals: 0 }
              storage_gb: { name: Storage, unit: GB, aggregation: max, decimals: 2 }
              bandwidth_gb: { name: Bandwidth, unit: GB, aggregation: sum, decimals: 2 }
            plans:
              starter: { name: Starter, price: "29.00", allowances: {
                sites: { included: 5, enforcement: hard },
                bandwidth_gb: { included: 100, enforcement: metered, overage_price: "0.05" } } }
              pro: { name: Pro, price: "79.00", allowances: {
                sites: { included: 25, enforcement: hard },
                bandwidth_gb: { included: 2000, enforcement: metered, overage_price: "0.03" } } }
            """);

    private WhatIfContent content;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.US);
        content = new WhatIfContent(new Language(new Formats(Locale.US, ZoneOffset.UTC)), CATALOGUES, true);
        UI.getCurrent().add(content.component());
    }

    @Test
    void it_begins_with_what_is_likely_and_says_what_each_plan_comes_to() {
        show("starter", "4", "1124.5");
        assertThat(text())
                .contains("Your plan", "$80.23", "1,024.5\u00a0GB over your 100\u00a0GB × $0.05 = $51.23")
                .contains("$79.00", "Costs least", "Pro would save you $1.23 a month.");
        assertThat(field("Bandwidth (GB)").getValue()).isEqualTo("1,124.5");
    }

    @Test
    void what_is_typed_moves_the_slider_and_every_figure() {
        show("starter", "4", "100");
        type("Sites", "6");
        assertThat(text()).contains("Sites stops at 5\u00a0sites", "Starter stops before that. Pro would be enough");
        assertThat(slider("Sites").getValue()).isEqualTo(6.0);
        type("Sites", "26");
        assertThat(text()).contains("No plan gives so much.");
    }

    @Test
    void what_is_no_number_changes_nothing_and_says_so() {
        show("starter", "4", "100");
        for (String wrong : List.of("many", "-1", "1,2,3.4.5")) {
            type("Sites", wrong);
            assertThat(field("Sites").isInvalid()).as(wrong).isTrue();
            assertThat(field("Sites").getErrorMessage()).contains("zero or more");
            assertThat(text()).contains("Starter, which you have, would cost least.");
        }
    }

    @Test
    void what_is_supposed_stays_when_the_figures_behind_it_change_until_it_is_taken_back() {
        show("starter", "4", "100");
        type("Bandwidth (GB)", "5,000");
        show("starter", "4", "140");
        assertThat(field("Bandwidth (GB)").getValue()).isEqualTo("5,000");
        assertThat(slider("Bandwidth").getValue())
                .as("as far as it goes")
                .isEqualTo(slider("Bandwidth").getMax());
        $(Button.class).all().stream()
                .filter(one -> one.getText().equals("Back to what is likely"))
                .forEach(Button::click);
        assertThat(field("Bandwidth (GB)").getValue()).isEqualTo("140");
    }

    @Test
    void somebody_who_may_not_change_the_plan_is_not_led_there() {
        show("starter", "4", "100");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).containsExactly("plans");
        UI.getCurrent().removeAll();
        var other = new WhatIfContent(new Language(new Formats(Locale.US, ZoneOffset.UTC)), CATALOGUES, false);
        UI.getCurrent().add(other.component());
        assertThat($(Anchor.class).all()).isEmpty();
    }

    private void show(String slug, String sites, String bandwidth) {
        Plan had = CATALOGUES.plan("hosting", slug).orElseThrow();
        var meters = UsageSamples.meters(sites, "0", bandwidth, "100").stream()
                .filter(one -> had.allowance(one.meter().id()).isPresent())
                .toList();
        content.show(new WhatIfBasis(had, Term.MONTH, BigDecimal.ZERO, meters, Optional.empty()));
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(one -> one.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private RangeInput slider(String name) {
        return $(RangeInput.class).all().stream()
                .filter(one -> one.getAriaLabel().orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return content.component().getElement().getTextRecursively();
    }
}
