package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.parts.CsvLink;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.IssuedInvoice;
import io.chom.theming.BrandAssets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What was billed, the newest first, and found by customer or number. */
final class IssuedContent implements StatePanel.Content<IssuedWork.Page> {

    private final Language language;
    private final LineWords lines;
    private final IssuedWork work;
    private final Supplier<BrandAssets> look;
    private final Refusal refusal;
    private final Paragraph written = new Paragraph();
    private final Placard none;
    private final TextField search = new TextField();
    private final Paragraph nothing;
    private final Div tools = new Div();
    private final Div cards = new Div();
    private final Div page;
    private final Map<InvoiceId, IssuedCard> drawn = new HashMap<>();
    private volatile List<IssuedInvoice> shown = List.of();

    /** @param look the brand of documents, asked when one is saved */
    IssuedContent(Language language, LineWords lines, IssuedWork work, Supplier<BrandAssets> look) {
        this.language = language;
        this.lines = lines;
        this.work = work;
        this.look = look;
        refusal = new Refusal(language);
        none = new Placard(Icon.TABLE, language.say("issued.empty"), language.say("issued.empty.why"));
        nothing = new Paragraph(language.say("issued.none"));
        written.addClassNames("banner", "info");
        written.getElement().setAttribute("role", "status");
        search.setLabel(language.say("issued.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> filter());
        tools.addClassName("section-head");
        tools.add(search, new CsvLink(language.say("issued.export"), "issued.csv", this::rows));
        cards.addClassName("stack");
        page = new Div(refusal, written, none, tools, nothing, cards);
        page.addClassName("stack");
    }

    @Override
    public void show(IssuedWork.Page found) {
        shown = found.issued();
        refusal.show(found.refusal());
        say(found.written());
        none.setVisible(shown.isEmpty());
        tools.setVisible(!shown.isEmpty());
        draw(found);
        filter();
    }

    /** What was done is said above the list, to where somebody who has just scrolled down to a form is taken back. */
    private void say(Optional<CreditNote> note) {
        written.setVisible(note.isPresent());
        note.map(this::said).filter(words -> !words.equals(written.getText())).ifPresent(words -> {
            written.setText(words);
            written.scrollIntoView();
        });
    }

    private String said(CreditNote note) {
        var customer = shown.stream()
                .filter(one -> one.invoice().id().equals(note.invoice()))
                .map(IssuedInvoice::customer)
                .findFirst()
                .orElse("");
        return language.say("issued.written", note.number(), language.formats().money(note.total()), customer);
    }

    /** What falls out of the list at its end leaves; a card in which somebody is writing stays. */
    private void draw(IssuedWork.Page found) {
        var wanted = shown.stream().map(one -> one.invoice().id()).toList();
        drawn.entrySet().removeIf(card -> {
            boolean isGone = !wanted.contains(card.getKey());
            if (isGone) {
                cards.remove(card.getValue());
            }
            return isGone;
        });
        for (int at = 0; at < shown.size(); at++) {
            var one = shown.get(at);
            var card = drawn.get(one.invoice().id());
            if (card == null) {
                card = new IssuedCard(language, lines, work, look, one);
                drawn.put(one.invoice().id(), card);
                cards.addComponentAtIndex(at, card);
            }
            card.show(one, found.open());
        }
    }

    private void filter() {
        var typed = search.getValue().strip().toLowerCase(Locale.ROOT);
        boolean isAny = false;
        for (var one : shown) {
            boolean isMeant = (one.customer() + " " + one.invoice().number())
                    .toLowerCase(Locale.ROOT)
                    .contains(typed);
            drawn.get(one.invoice().id()).setVisible(isMeant);
            isAny = isAny || isMeant;
        }
        nothing.setVisible(!isAny && !shown.isEmpty());
    }

    private List<List<String>> rows() {
        var heads = Stream.of("customer", "number", "issued", "total", "credited", "owed", "currency", "status")
                .map(key -> language.say("issued.csv." + key))
                .toList();
        return Stream.concat(Stream.of(heads), shown.stream().map(this::row)).toList();
    }

    private List<String> row(IssuedInvoice one) {
        var invoice = one.invoice();
        return List.of(
                one.customer(),
                invoice.number(),
                invoice.issuedAt().toString(),
                invoice.total().major().toPlainString(),
                invoice.settlement().credited().major().toPlainString(),
                invoice.owed().major().toPlainString(),
                invoice.total().currency().getCurrencyCode(),
                IssuedCard.said(language, invoice));
    }

    @Override
    public Component component() {
        return page;
    }
}
