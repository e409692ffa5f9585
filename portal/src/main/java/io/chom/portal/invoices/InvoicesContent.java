package io.chom.portal.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.ItemisedInvoice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The invoices, the newest first and open; they never change, so what is drawn stays. */
final class InvoicesContent implements StatePanel.Content<List<ItemisedInvoice>> {

    private final Language language;
    private final InvoiceWords words;
    private final InvoicePapers papers;
    private final Placard none;
    private final Div tools = new Div();
    private final Div cards = new Div();
    private final Div page;
    private final Set<InvoiceId> drawn = new HashSet<>();
    private volatile List<Invoice> shown = List.of();

    InvoicesContent(Language language, InvoiceWords words, InvoicePapers papers) {
        this.language = language;
        this.words = words;
        this.papers = papers;
        none = new Placard(Icon.TABLE, language.say("invoices.empty"), language.say("invoices.empty.why"));
        tools.addClassName("filters");
        tools.add(new CsvLink(language.say("invoices.export"), "invoices.csv", this::rows));
        cards.addClassName("stack");
        page = new Div(none, tools, cards);
        page.addClassName("stack");
    }

    @Override
    public void show(List<ItemisedInvoice> found) {
        shown = found.stream().map(ItemisedInvoice::invoice).toList();
        none.setVisible(found.isEmpty());
        tools.setVisible(!found.isEmpty());
        var fresh = found.stream().filter(one -> drawn.add(one.invoice().id())).toList();
        for (int at = 0; at < fresh.size(); at++) {
            var card = new InvoiceCard(language, words, fresh.get(at), papers.link(fresh.get(at)));
            cards.addComponentAtIndex(at, card);
            card.open(at == 0);
        }
    }

    private List<List<String>> rows() {
        var heads = Stream.of("number", "from", "until", "issued", "due", "status", "total", "currency");
        return Stream.concat(
                        Stream.of(heads.map(key -> language.say("invoices.csv." + key))
                                .toList()),
                        shown.stream().map(this::row))
                .toList();
    }

    private List<String> row(Invoice invoice) {
        return List.of(
                invoice.number(),
                invoice.period().from().toString(),
                invoice.period().until().minusDays(1).toString(),
                invoice.issuedAt().toString(),
                invoice.dueOn().toString(),
                words.status(invoice),
                invoice.total().major().toPlainString(),
                invoice.total().currency().getCurrencyCode());
    }

    @Override
    public Component component() {
        return page;
    }
}
