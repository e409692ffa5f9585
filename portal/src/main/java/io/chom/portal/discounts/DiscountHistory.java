package io.chom.portal.discounts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.DiscountWords;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.discount.CustomerDiscounts;
import io.chom.tenants.billing.discount.DiscountStep;
import io.chom.tenants.billing.discount.Giver;
import io.chom.tenants.identity.Member;
import java.util.List;
import java.util.Optional;

/** What was done about the discounts of a customer, and by whom: the latest first. */
final class DiscountHistory extends Composite<Div> {

    private final transient Language language;
    private final OrderedList steps = new OrderedList();

    DiscountHistory(Language language) {
        this.language = language;
        var title = new H2(language.say("discounts.history"));
        steps.addClassName("course");
        getContent().addClassNames("card", "stack");
        getContent().add(title, steps);
    }

    void show(Optional<CustomerDiscounts> found, List<Member> people) {
        steps.removeAll();
        found.ifPresent(one -> one.steps().reversed().forEach(step -> steps.add(line(step, one.viewer(), people))));
        setVisible(steps.getChildren().findAny().isPresent());
    }

    private ListItem line(DiscountStep step, String viewer, List<Member> people) {
        var said = new Span(new DiscountWords(language).step(step, name(step, viewer, people)));
        var when = new Span(language.moment(step.at()));
        when.addClassName("muted");
        var words = new Span(step.words());
        words.addClassName("muted");
        words.setVisible(!step.words().isEmpty());
        var line = new ListItem(new Div(said, new Div(words)), when);
        line.addClassName("done");
        return line;
    }

    /** Of the organisation's own people by name; the platform's are the platform. */
    private String name(DiscountStep step, String viewer, List<Member> people) {
        if (step.by().equals(viewer)) {
            return language.say("discounts.you");
        }
        var role = new DiscountWords(language).who(step.role());
        return step.role() == Giver.OPERATOR
                ? role
                : people.stream()
                        .filter(one ->
                                step.by().endsWith("|" + one.person().subject().value()))
                        .map(Member::displayName)
                        .findFirst()
                        .orElse(role);
    }
}
