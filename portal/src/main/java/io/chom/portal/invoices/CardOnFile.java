package io.chom.portal.invoices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.payment.PaymentService.Means;

/** The card that what falls due is taken from, and the way to another one. */
final class CardOnFile extends Composite<Div> {

    private final transient Language language;
    private final transient InvoiceWords words;
    private final Paragraph what = new Paragraph();
    private final Button change;
    private final Button portal;

    /**
     * @param change opens the page on which another card is left
     * @param portal opens the page on which cards and the address are looked after
     */
    CardOnFile(Language language, InvoiceWords words, Runnable change, Runnable portal) {
        this.language = language;
        this.words = words;
        this.change = new Button("", event -> change.run());
        this.change.setDisableOnClick(true);
        this.portal = new Button(language.say("invoices.card.portal"), event -> portal.run());
        this.portal.addThemeVariants(ButtonVariant.TERTIARY);
        this.portal.setDisableOnClick(true);
        var buttons = new Div(this.change, this.portal);
        buttons.addClassName("filters");
        var body = new Div(what, buttons);
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().add(new H2(language.say("invoices.card")), body);
    }

    void show(Means means) {
        var card = means.card();
        what.setText(
                !means.isPossible()
                        ? language.say("invoices.card.off")
                        : card == null ? language.say("invoices.card.none") : words.card(card));
        change.setText(language.say(card == null ? "invoices.card.leave" : "invoices.card.change"));
        change.setVisible(means.isPossible());
        change.setEnabled(true);
        portal.setVisible(card != null);
        portal.setEnabled(true);
    }
}
