package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.SeatWords;
import io.chom.portal.formats.TermWords;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Something that is paid by the month or by the year: what it costs, what it is, and the way to it or out of it. */
public final class OfferCard extends Composite<Div> {

    private final Language language;
    private final String name;
    private final String price;
    private final Term term;
    private final Div head = new Div();
    private String sure;

    /**
     * By the month.
     *
     * @param what it is, in whatever shape that is said
     */
    public OfferCard(Language language, String name, Money price, Component what) {
        this(
                language,
                name,
                price,
                language.say("plan.price", language.formats().money(price)),
                Term.MONTH,
                what);
    }

    private OfferCard(Language language, String name, Money price, String said, Term term, Component what) {
        this.language = language;
        this.name = name;
        this.price = said;
        this.term = term;
        sure = language.say(term == Term.YEAR ? "plan.sure.year" : "plan.sure", name, said);
        head.addClassName("section-head");
        head.add(new H2(name));
        var cost =
                new Paragraph(new Span(language.formats().money(price)), new Span(new TermWords(language).each(term)));
        cost.addClassName("price");
        getContent().addClassNames("card", "offer");
        getContent().add(head, cost, what);
    }

    /** A plan by the month with what it includes. */
    public static OfferCard of(Language language, Plan plan, Catalogues catalogues) {
        return of(language, plan, Term.MONTH, catalogues);
    }

    /** The same by a term by which it is sold; a year says what a month of it comes to, and what it saves. */
    public static OfferCard of(Language language, Plan plan, Term term, Catalogues catalogues) {
        var included = new UnorderedList();
        included.addClassName("ticks");
        for (var one : plan.allowances()) {
            catalogues
                    .meter(one.meter())
                    .map(meter -> new ListItem(language.included(one, meter)))
                    .ifPresent(included::add);
        }
        var price = new TermWords(language).price(plan, term);
        var card =
                new OfferCard(language, new SeatWords(language).title(plan), plan.price(term), price, term, included);
        Optional.ofNullable(plan.seats()).ifPresent(seats -> card.note(new SeatWords(language).each(seats, term)));
        return term == Term.YEAR ? card.year(plan) : card;
    }

    private void note(String words) {
        var note = new Paragraph(words);
        note.addClassName("muted");
        getContent().addComponentAtIndex(2, note);
    }

    private OfferCard year(Plan plan) {
        var month = language.formats().money(plan.monthly(Term.YEAR));
        note(plan.yearlySaving()
                .map(saved -> language.say(
                        "plan.year.saves", month, language.formats().money(saved)))
                .orElseGet(() -> language.say("plan.year", month)));
        return this;
    }

    /** Says that it is had. */
    public OfferCard active() {
        var tag = new Span(language.say("plan.active"));
        tag.addClassNames("tag", "success");
        head.add(tag);
        return this;
    }

    /**
     * Says that it may be tried first.
     *
     * @param days how long
     * @param paid the first day that costs
     */
    public OfferCard trial(int days, LocalDate paid) {
        sure = language.say(
                term == Term.YEAR ? "plan.sure.trial.year" : "plan.sure.trial",
                name,
                language.formats().date(paid.minusDays(1)),
                price);
        var tag = new Span(language.count("plan.trial", days));
        tag.addClassNames("tag", "success");
        getContent().addComponentAtIndex(1, new Div(tag));
        return this;
    }

    /**
     * Lets another number of seats be chosen.
     *
     * @param change given the number, once it is one that is sold
     */
    public IntegerField seats(Plan plan, IntConsumer change) {
        var sold = Objects.requireNonNull(plan.seats());
        var field = new IntegerField(language.say("plans.seats"));
        field.setStepButtonsVisible(true);
        field.setMin(sold.included());
        field.setMax(sold.limit());
        field.setValue(plan.seatCount());
        var range = language.say(
                "plans.seats.range",
                language.formats().number(sold.included()),
                language.formats().number(sold.limit()));
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(range)
                .setMinErrorMessage(range)
                .setMaxErrorMessage(range));
        field.addValueChangeListener(event -> {
            if (event.getValue() != null && sold.permits(event.getValue())) {
                change.accept(event.getValue());
            }
        });
        getContent().add(field);
        return field;
    }

    /** Offers it: the price is said once more before it is bought. */
    public OfferCard offer(Runnable act) {
        var choose = new Button(language.say("plan.choose", name));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        return ask(choose, new Confirmation(sure, language.say("plan.buy"), language.say("plan.leave"), act).gently());
    }

    /** Lets it be given up. */
    public OfferCard leave(Runnable act) {
        return ask(
                new Button(language.say("plan.end")),
                new Confirmation(
                        language.say("plan.end.sure", name), language.say("plan.end"), language.say("plan.keep"), act));
    }

    /** A way to more about it. */
    public OfferCard more(String label, Runnable act) {
        getContent().add(new Div(new Button(label, event -> act.run())));
        return this;
    }

    private OfferCard ask(Button button, Confirmation sure) {
        button.addClickListener(event -> sure.ask());
        getContent().add(new Div(button), sure);
        return this;
    }
}
