package io.chom.portal.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.formats.SeatWords;
import io.chom.portal.formats.TermWords;
import io.chom.portal.parts.PlainTable;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.Quote;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change of plan would mean: today, on the next invoice and after it. */
final class QuoteCard extends Composite<Div> {

    private final transient Language language;
    private final transient Catalogues catalogues;
    private final transient Quote quote;
    private final Button yes;

    QuoteCard(Language language, Catalogues catalogues, Quote quote, Runnable agree, Runnable leave) {
        this.language = language;
        this.catalogues = catalogues;
        this.quote = quote;
        yes = new Button(confirm(), event -> agree.run());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        yes.setDisableOnClick(true);
        var choice = new Div(yes, new Button(language.say("plan.leave"), event -> leave.run()));
        choice.addClassName("filters");
        getContent().addClassNames("card", "stack", "quote");
        getContent().getElement().setAttribute("role", "region").setAttribute("aria-label", title());
        getContent().add(new H2(title()), new Paragraph(begins()), facts());
        quote.difference().ifPresent(this::explain);
        quote.discount().ifPresent(this::explain);
        if (quote.dueToday().minor() > 0) {
            Optional.ofNullable(quote.prepaid()).stream()
                    .flatMap(one -> one.lines().stream())
                    .forEach(this::explain);
        }
        getContent().add(compared());
        if (quote.lost().contains(Entitlement.RESELL)) {
            getContent().add(new Paragraph(language.say("plans.lost")));
        }
        Optional.ofNullable(quote.tax())
                .map(TaxRule::rate)
                .filter(rate -> rate.signum() > 0)
                .ifPresent(this::taxed);
        getContent().add(choice);
    }

    private void taxed(BigDecimal rate) {
        var added = new Paragraph(language.say("plans.tax", language.formats().percent(rate)));
        added.addClassName("muted");
        getContent().add(added);
    }

    /** Leads the keyboard to the choice. */
    void focus() {
        yes.focus();
    }

    private String title() {
        return isOfOneTerm() && isSame(quote.from(), quote.to())
                ? language.say("plans.quote.renewed", to())
                : language.say("plans.quote", from(), to());
    }

    private static boolean isSame(Plan from, Plan to) {
        return from.slug().equals(to.slug()) && from.seatCount() == to.seatCount();
    }

    private boolean isOfOneTerm() {
        return quote.before().term() == quote.change().term();
    }

    /** Named with its term where that changes. */
    private String from() {
        return isOfOneTerm()
                ? new SeatWords(language).title(quote.from())
                : new TermWords(language).name(quote.from(), quote.before().term());
    }

    private String to() {
        return isOfOneTerm()
                ? new SeatWords(language).title(quote.to())
                : new TermWords(language).name(quote.to(), quote.change().term());
    }

    private String begins() {
        if (quote.isNow()) {
            return language.say("plans.now", to());
        }
        var later = language.say(
                "plans.later",
                from(),
                language.formats().date(quote.change().from().minusDays(1)),
                to());
        return quote.isYearAfterPaidMonth() ? later + " " + language.say("plans.later.paid") : later;
    }

    private String confirm() {
        if (quote.dueToday().minor() > 0) {
            return language.say("plans.confirm.pay", money(quote.dueToday()));
        }
        return quote.isNow()
                ? language.say("plans.confirm.now")
                : language.say(
                        "plans.confirm.later",
                        language.formats().date(quote.change().from()));
    }

    private DescriptionList facts() {
        var before = quote.before().estimate().total();
        var after = quote.after().estimate().total();
        var on = language.formats().date(quote.invoicedOn());
        var facts = new DescriptionList();
        facts.addClassName("facts");
        facts.add(
                fact(language.say("plans.today"), quote.dueToday(), ""),
                fact(
                        language.say("plans.invoice", on),
                        after,
                        after.equals(before)
                                ? language.say("plans.invoice.same")
                                : language.say("plans.invoice.changed", money(before))),
                fact(language.say("plans.after", language.formats().date(quote.renewsOn())), quote.price(), later()));
        return facts;
    }

    private String later() {
        var whole = quote.later().total();
        return switch (quote.change().term()) {
            case MONTH ->
                whole.equals(quote.price())
                        ? language.say("plans.after.within")
                        : language.say("plans.after.with", money(whole));
            case YEAR ->
                whole.minor() == 0
                        ? language.say("plans.after.year.within")
                        : language.say("plans.after.year.with", money(whole));
        };
    }

    private Div fact(String term, Money amount, String words) {
        var strong = new Span(money(amount));
        strong.addClassName("fact");
        return new Div(new Term(term), new Description(strong, new Span(words)));
    }

    private void explain(LineItem line) {
        var words = new LineWords(language, catalogues::meter);
        var why = new Paragraph(words.label(line) + ": " + words.formula(line));
        why.addClassName("muted");
        getContent().add(why);
    }

    private Component compared() {
        var table = new PlainTable(
                language.say("plans.compare"),
                List.of(language.say("plans.compare.meter"), from(), to(), language.say("plans.compare.used")));
        table.addClassName("compared");
        Stream.concat(quote.from().allowances().stream(), quote.to().allowances().stream())
                .map(one -> one.meter())
                .distinct()
                .flatMap(id -> catalogues.meter(id).stream())
                .forEach(meter -> {
                    table.row(
                            language.worded(meter).name(),
                            included(quote.from(), meter),
                            included(quote.to(), meter),
                            used(meter));
                    beyond(table, meter);
                });
        return table;
    }

    /** What lies beyond is the same for most plans that count alike, and only told where it is not. */
    private void beyond(PlainTable table, Meter meter) {
        var before = beyond(quote.from(), meter);
        var after = beyond(quote.to(), meter);
        if (!before.equals(after)) {
            table.row(language.say("plans.beyond", language.worded(meter).name()), before, after, "");
        }
    }

    private String beyond(Plan plan, Meter meter) {
        return plan.allowance(meter.id())
                .map(one -> new BeyondWords(language).of(one, meter))
                .orElse("–");
    }

    private String included(Plan plan, Meter meter) {
        return plan.allowance(meter.id())
                .map(one -> one.per() == Allowance.Per.DAY
                        ? language.allowance(one, meter)
                        : quantity(one.included(), meter))
                .orElse("–");
    }

    private String used(Meter meter) {
        return Stream.of(quote.after(), quote.before())
                .flatMap(one -> one.meters().stream())
                .filter(one -> is(one, meter.id()))
                .map(one -> quantity(one.used(), meter))
                .findFirst()
                .orElse("–");
    }

    /** Without its unit where the row is named after it. */
    private String quantity(BigDecimal quantity, Meter meter) {
        var named = language.worded(meter);
        return named.name().equalsIgnoreCase(named.unit())
                ? language.formats().number(quantity, named.decimals())
                : language.quantity(quantity, meter);
    }

    private static boolean is(MeterUsage usage, MeterId id) {
        return usage.meter().id().equals(id);
    }

    private String money(Money money) {
        return language.formats().money(money);
    }
}
