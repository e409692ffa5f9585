package io.chom.portal.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.ItemisedInvoice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The invoices, the newest first and open; what stands on them never changes, but how they stand does. */
final class InvoicesContent implements StatePanel.Content<InvoicesWork.Page> {

    private final Language language;
    private final InvoiceWords words;
    private final InvoicePapers papers;
    private final InvoicesWork work;
    private final Clock clock;
    private final CardOnFile cardOnFile;
    private final Refusal refusal;
    private final Placard none;
    private final Div tools = new Div();
    private final Div cards = new Div();
    private final Div page;
    private final Map<InvoiceId, InvoiceCard> drawn = new HashMap<>();
    private volatile List<Invoice> shown = List.of();

    /** @param none said while there are none */
    InvoicesContent(InvoiceWords words, InvoicePapers papers, InvoicesWork work, Placard none, Clock clock) {
        this.language = words.language();
        this.words = words;
        this.papers = papers;
        this.work = work;
        this.none = none;
        this.clock = clock;
        cardOnFile = new CardOnFile(language, words, work::changeCard, work::openPortal);
        refusal = new Refusal(language);
        tools.addClassName("filters");
        tools.add(new CsvLink(language.say("invoices.export"), "invoices.csv", this::rows));
        cards.addClassName("stack");
        page = new Div(refusal, cardOnFile, none, tools, cards);
        page.addClassName("stack");
    }

    @Override
    public void show(InvoicesWork.Page page) {
        var found = page.invoices();
        shown = found.stream().map(ItemisedInvoice::invoice).toList();
        refusal.show(page.refusal());
        cardOnFile.show(page.means());
        none.setVisible(found.isEmpty());
        tools.setVisible(!found.isEmpty());
        draw(found.stream()
                .filter(one -> !drawn.containsKey(one.invoice().id()))
                .toList());
        shown.forEach(one -> drawn.get(one.id()).stand(one, page, today()));
        work.next().ifPresent(next -> UI.getCurrent().getPage().setLocation(next));
    }

    private void draw(List<ItemisedInvoice> fresh) {
        for (int at = 0; at < fresh.size(); at++) {
            var id = fresh.get(at).invoice().id();
            var card = new InvoiceCard(language, words, fresh.get(at), papers, () -> work.pay(id));
            drawn.put(id, card);
            cards.addComponentAtIndex(at, card);
            card.open(at == 0);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(language.formats().zone()));
    }

    private List<List<String>> rows() {
        var heads = Stream.of("number", "from", "until", "issued", "due", "status", "total", "owed", "currency");
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
                words.status(invoice, today()),
                invoice.total().major().toPlainString(),
                invoice.owed().major().toPlainString(),
                invoice.total().currency().getCurrencyCode());
    }

    @Override
    public Component component() {
        return page;
    }
}
