package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.einvoice.EInvoice;
import io.chom.tenants.billing.einvoice.Gap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The link that saves what programs read, or what was missing when it was written, and where whoever looks can tell that. */
public final class EInvoiceLine extends Composite<Div> {

    /** Where billing details are told. */
    private static final String DETAILS = "billing-details";

    /** Where neither side has told anything, nobody waits for an e-invoice. */
    private static final Set<Gap> NOBODY = Set.of(Gap.SELLER, Gap.BUYER);

    private EInvoiceLine(Language language, List<Gap> gaps, Set<Gap> own, Supplier<EInvoice> written) {
        getContent().addClassName("filters");
        if (gaps.isEmpty()) {
            getContent().add(new FileLink(language.say("einvoice.link"), () -> {
                var file = written.get();
                return new FileLink.File(file.file(), EInvoice.TYPE, file.xml());
            }));
            return;
        }
        if (gaps.containsAll(NOBODY)) {
            setVisible(false);
            return;
        }
        var missing = gaps.stream()
                .map(gap -> language.say("einvoice.gap." + gap.word()))
                .collect(Collectors.joining(", "));
        var why = new Span(language.say("einvoice.none", missing));
        why.addClassName("muted");
        getContent().add(why);
        if (gaps.stream().anyMatch(own::contains)) {
            getContent().add(new Anchor(DETAILS, language.say("einvoice.fill")));
        }
    }

    /** Of an invoice, for whoever bought. */
    public static EInvoiceLine ofBuyer(Language language, ItemisedInvoice itemised) {
        return new EInvoiceLine(language, EInvoice.gaps(itemised), Set.of(Gap.BUYER), () -> EInvoice.of(itemised));
    }

    /** Of an invoice, for whoever sold. */
    public static EInvoiceLine ofSeller(Language language, ItemisedInvoice itemised) {
        return new EInvoiceLine(
                language, EInvoice.gaps(itemised), Set.of(Gap.SELLER, Gap.SELLER_NUMBER), () -> EInvoice.of(itemised));
    }

    /** Of a credit note; nothing where its invoice has none either, which is said there. */
    static Div of(Language language, CreditNote note, ItemisedInvoice itemised) {
        return EInvoice.gaps(itemised).isEmpty()
                ? new EInvoiceLine(language, List.of(), Set.of(), () -> EInvoice.of(note, itemised)).getContent()
                : new Div();
    }
}
