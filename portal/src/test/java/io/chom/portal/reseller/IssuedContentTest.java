package io.chom.portal.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.FileLink;
import io.chom.tenants.billing.InvoiceParties;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.Creditable;
import io.chom.tenants.billing.credit.IssuedInvoice;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.billing.payment.Refund;
import io.chom.tenants.billing.payment.RefundId;
import io.chom.tenants.platform.Money;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = IssuedContentTest.class)
class IssuedContentTest extends BrowserlessTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-11-05T10:00:00Z");

    private final ItemisedInvoice harbour = CreditSamples.itemised(2_900);
    private final ItemisedInvoice pine = CreditSamples.itemised(600);
    private final Language language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
    private IssuedContent content;

    /** Nothing is wished for here. */
    @BeforeEach
    void draw() {
        content = new IssuedContent(
                language,
                new LineWords(language, meter -> Optional.empty()),
                new IssuedWork(null, null),
                () -> BrandAssets.of(DemoBrands.acme()));
        UI.getCurrent().add(content.component());
    }

    @Test
    void who_has_billed_nothing_reads_what_will_be_here() {
        show(List.of(), Optional.empty());
        assertThat(text()).contains("Nothing billed yet");
    }

    @Test
    void each_says_what_was_credited_and_what_is_to_be_paid_back_by_hand() {
        var note = CreditSamples.note(harbour.invoice(), new Part(1, new Money(1_200, USD)));
        show(
                List.of(
                        new IssuedInvoice(
                                harbour,
                                "Harbour House",
                                List.of(note),
                                List.of(
                                        refund(Refund.State.SUCCEEDED, 700, null),
                                        refund(Refund.State.FAILED, 500, "expired_or_canceled_card"))),
                        new IssuedInvoice(pine, "Pine Works", List.of(), List.of())),
                Optional.empty());
        assertThat(text())
                .contains("Harbour House", "ACME-CN-000007", "$12.00", "The site was down for a day")
                .contains("$7.00 went back to the card on Nov 5, 2026.")
                .contains("$5.00 could not go back to the card and are to be paid back by hand.");
        assertThat(find(FileLink.class).all()).extracting(FileLink::getText).containsOnlyOnce("Download PDF");
        test(find(Button.class).withText("Write down as paid back").single()).click();
        assertThat(find(TextField.class).all()).filteredOn(TextField::isInvalid).hasSize(1);
    }

    @Test
    void what_an_e_invoice_lacks_is_named_with_the_way_to_tell_it_and_what_lacks_nothing_is_saved() {
        show(List.of(issued(harbour, "Harbour House")), Optional.empty());
        assertThat(text()).doesNotContain("e-invoice");

        var known = new BillingDetails("Acme", "Weg 1", "", "1", "Ort", "DE", "DE123456789", "", "", "");
        var rule = new TaxRule(Category.STANDARD, BigDecimal.TEN, "");
        var half = CreditSamples.taxed(rule, new InvoiceParties(null, known), 1_000);
        show(List.of(issued(half, "Pine Works")), Optional.empty());
        assertThat(text())
                .contains("written without name and address of the seller.")
                .doesNotContain("Download e-invoice");
        assertThat(find(Anchor.class)
                        .withText("Fill in billing details for the next ones")
                        .single()
                        .getHref())
                .isEqualTo("billing-details");

        var whole = CreditSamples.taxed(rule, new InvoiceParties(known, known), 1_000);
        show(List.of(issued(whole, "Pine Works")), Optional.empty());
        assertThat(text()).contains("Download e-invoice (XML)").doesNotContain("written without");
    }

    @Test
    void a_form_in_which_somebody_writes_stays_and_the_search_finds_by_name_or_number() {
        var all = List.of(issued(harbour, "Harbour House"), issued(pine, "Pine Works"));
        var open =
                Optional.of(new Creditable(harbour, Map.of(), harbour.invoice().total(), false, false));
        show(all, open);
        var reason = find(TextField.class).withLabel("Reason").single();
        reason.setValue("Half of it");
        show(all, open);
        assertThat(find(TextField.class).withLabel("Reason").single().getValue())
                .isEqualTo("Half of it");
        show(all, Optional.empty());
        assertThat(find(TextField.class).withLabel("Reason").all()).isEmpty();

        var search = find(TextField.class).withLabel("Organisation or number").single();
        search.setValue("pine");
        assertThat(find(IssuedCard.class).all())
                .filteredOn(IssuedCard::isVisible)
                .hasSize(1);
        search.setValue("nobody");
        assertThat(text()).contains("Nothing here matches");
    }

    private static IssuedInvoice issued(ItemisedInvoice itemised, String customer) {
        return new IssuedInvoice(itemised, customer, List.of(), List.of());
    }

    private Refund refund(Refund.State state, long cents, String reason) {
        return new Refund(RefundId.next(), harbour.invoice().id(), state, new Money(cents, USD), AT, AT, reason);
    }

    private void show(List<IssuedInvoice> issued, Optional<Creditable> open) {
        content.show(new IssuedWork.Page(issued, open, Optional.empty(), Optional.empty()));
    }

    private String text() {
        return content.component().getElement().getTextRecursively();
    }
}
