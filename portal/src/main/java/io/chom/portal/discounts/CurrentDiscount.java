package io.chom.portal.discounts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.DiscountWords;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Confirmation;
import io.chom.tenants.billing.discount.CustomerDiscounts;
import io.chom.tenants.billing.discount.Discount;
import java.util.List;
import java.util.Optional;

/** The discount that counts or waits, and the way out of it. */
final class CurrentDiscount extends Composite<Div> {

    private final transient Language language;
    private final transient DiscountsWork work;
    private transient List<Object> drawn = List.of();

    CurrentDiscount(Language language, DiscountsWork work) {
        this.language = language;
        this.work = work;
        getContent().addClassNames("card", "stack");
        setVisible(false);
    }

    /** Draws it only where it is another: a question that somebody is asked stays until it is answered. */
    void show(Optional<CustomerDiscounts> found) {
        var open = found.flatMap(CustomerDiscounts::open);
        setVisible(open.isPresent());
        List<Object> now = open.map(one -> List.<Object>of(one)).orElse(List.of());
        if (!now.equals(drawn)) {
            drawn = now;
            getContent().removeAll();
            open.ifPresent(one -> draw(found.orElseThrow(), one));
        }
    }

    private void draw(CustomerDiscounts found, Discount one) {
        var words = new DiscountWords(language);
        var reason = new Paragraph(one.reason());
        reason.addClassName("muted");
        getContent().add(new H2(language.say("discounts.current")));
        if (one.isWaiting()) {
            getContent().add(new Paragraph(words.waits(one)), reason);
            if (one.askedBy().equals(found.viewer())) {
                getContent().add(new Button(language.say("discounts.withdraw"), event -> work.withdraw(one)));
            }
            return;
        }
        var span = found.span(one).orElseThrow();
        getContent().add(new Paragraph(words.counts(one.percent(), span)), reason, end(one));
    }

    private Div end(Discount one) {
        var sure = new Confirmation(
                language.say("discounts.end.sure"),
                language.say("discounts.end"),
                language.say("discounts.end.no"),
                () -> work.end(one));
        return new Div(new Button(language.say("discounts.end"), event -> sure.ask()), sure);
    }
}
