package io.chom.portal.invoices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
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

    CardOnFile(Language language, InvoiceWords words, Runnable change) {
        this.language = language;
        this.words = words;
        this.change = new Button("", event -> change.run());
        this.change.setDisableOnClick(true);
        var body = new Div(what, new Div(this.change));
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
    }
}
