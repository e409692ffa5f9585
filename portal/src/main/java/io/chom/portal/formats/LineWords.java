package io.chom.portal.formats;

import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.LineItem.Counted;
import io.chom.tenants.billing.LineItem.Moved;
import io.chom.tenants.billing.LineItem.Off;
import io.chom.tenants.billing.LineItem.Seated;
import io.chom.tenants.billing.LineItem.Share;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a line of a bill is for and how it was calculated, as sentences.
 *
 * @param language in which
 * @param meters what its meters count, as the catalogues have it
 */
public record LineWords(Language language, Function<MeterId, Optional<Meter>> meters) {

    /** What is charged. */
    public String label(LineItem line) {
        return switch (line.kind()) {
            case PLAN, PREPAID -> language.say("usage.estimate.plan", title(line));
            case YEAR -> language.say("invoices.year", title(line));
            case CHANGE ->
                line.figures() instanceof Share share
                        ? language.say(
                                "invoices.change",
                                title(line),
                                new SeatWords(language).title(share.replaced(), share.seatsBefore()))
                        : line.label();
            case DISCOUNT -> language.say("invoices.discount");
            case OVERAGE -> language.say("usage.estimate.overage", name(line));
            case ADJUSTMENT -> language.say("invoices.late", name(line));
            case CARRIED -> language.say(line.amount().minor() > 0 ? "invoices.credit.on" : "invoices.credit.before");
            case TAX -> language.say("invoices.tax");
        };
    }

    /** How it was calculated. */
    public String formula(LineItem line) {
        return switch (line.kind()) {
            case PLAN ->
                line.figures() instanceof Share share
                        ? share(share, line)
                        : price(line) + " " + language.say("usage.price");
            case YEAR -> language.say("invoices.year.why", price(line));
            case PREPAID -> language.say("invoices.prepaid");
            case CHANGE -> line.figures() instanceof Share share ? share(share, line) : line.formula();
            case DISCOUNT -> line.figures() instanceof Off off ? off(off, line) : line.formula();
            case OVERAGE -> overage(line).orElse(line.formula());
            case ADJUSTMENT -> late(line);
            case CARRIED -> line.figures() instanceof Moved moved ? credit(moved) : line.formula();
            case TAX -> line.figures() instanceof Taxed taxed ? tax(taxed, line) : line.formula();
        };
    }

    /** The plan, with how many seats it is for where it is sold by the seat. */
    private String title(LineItem line) {
        int seats = switch (line.figures()) {
            case Share share -> share.seats();
            case Seated seated -> seated.seats();
            case null, default -> 0;
        };
        return new SeatWords(language).title(line.subject(), seats);
    }

    private String price(LineItem line) {
        return line.figures() instanceof Seated seated
                ? new SeatWords(language).price(seated, money(line))
                : money(line);
    }

    private String tax(Taxed taxed, LineItem line) {
        var rule = taxed.rule();
        return rule.category() == Category.STANDARD
                ? language.say(
                        "invoices.tax.why", language.formats().percent(rule.rate()), money(taxed.base()), money(line))
                : noTax(rule, taxed.base());
    }

    /**
     * Why no tax is charged; nothing where it is.
     *
     * @param base what it would be computed from
     */
    public String noTax(TaxRule rule, Money base) {
        return switch (rule.category()) {
            case STANDARD -> "";
            case REVERSE_CHARGE -> language.say("invoices.tax.reverse-charge", money(base));
            case EXEMPT -> rule.reason().isEmpty() ? language.say("invoices.tax.exempt") : rule.reason();
            case OUTSIDE -> language.say("invoices.tax.outside");
        };
    }

    private String off(Off off, LineItem line) {
        return language.say(
                "invoices.discount.why", language.formats().percent(off.percent()), money(off.of()), money(line));
    }

    private String late(LineItem line) {
        var days =
                language.formats().days(line.days().from(), line.days().until().minusDays(1));
        return line.figures() instanceof Moved moved
                ? language.say("invoices.late.why", days, money(moved.after()), money(moved.before()))
                : language.say("invoices.late.untold", days);
    }

    private String credit(Moved moved) {
        return moved.amount().minor() > 0
                ? language.say("invoices.credit.on.why", money(moved.amount()))
                : language.say(
                        "invoices.credit.before.why",
                        money(moved.before().minus(moved.after())),
                        money(moved.before()),
                        money(moved.after()));
    }

    private String share(Share share, LineItem line) {
        return language.say(
                switch (share.term()) {
                    case MONTH -> "invoices.change.why";
                    case YEAR -> "invoices.change.why.year";
                },
                money(share.difference()),
                language.formats().number(share.days()),
                language.count("invoices.change.days", share.of()),
                money(line));
    }

    private Optional<String> overage(LineItem line) {
        return line.figures() instanceof Counted counted
                ? meters.apply(counted.meter())
                        .map(meter -> new ChargeWords(language)
                                .sentence(meter, counted.included(), counted.charge(), counted.isFirst()))
                : Optional.empty();
    }

    private String name(LineItem line) {
        return meters.apply(new MeterId(line.subject()))
                .map(language::worded)
                .map(Meter::name)
                .orElse(line.subject());
    }

    private String money(LineItem line) {
        return money(line.amount());
    }

    private String money(Money amount) {
        return language.formats().money(amount);
    }
}
