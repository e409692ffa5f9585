package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of an invoice can still be credited, and what that would do.
 *
 * @param invoice the invoice
 * @param credited what of its lines was credited, by line from 1 on; a line that is not there was not
 * @param owed what is left to pay at this moment, zero or more
 * @param isUnderReview whether people look into how it was paid; nothing is credited until they are done
 * @param isByCard whether what goes back goes back to the card that it was paid with, and not by hand
 */
public record Creditable(
        ItemisedInvoice invoice, Map<Integer, Money> credited, Money owed, boolean isUnderReview, boolean isByCard) {

    public Creditable {
        credited = Map.copyOf(credited);
    }

    /** The same with what of its lines was credited. */
    Creditable with(Map<Integer, Money> parts) {
        return new Creditable(invoice, parts, owed, isUnderReview, isByCard);
    }

    /**
     * What a credit would do.
     *
     * @param owed what the invoice would owe then
     * @param back what would go back to the customer, zero or more
     */
    public record Effect(Money owed, Money back) {}

    /** What is left of a line, with its sign. */
    public Money left(int line) {
        var amount = invoice.lines().get(line - 1).amount();
        return amount.minus(credited.getOrDefault(line, zero()));
    }

    /**
     * What is left of all of them, in their order; those of which nothing is left are not there. Nor is the tax: it goes back
     * with what it was computed from, see {@link #taxed}.
     */
    public List<Part> left() {
        return IntStream.rangeClosed(1, invoice.lines().size())
                .filter(line -> !isTax(line))
                .mapToObj(line -> new Part(line, left(line)))
                .filter(part -> part.amount().minor() != 0)
                .toList();
    }

    /**
     * These parts and the tax that goes back with them: of the whole tax as much as is credited of the rest by then, less what
     * went back before. So all of it is gone when the rest is, to the minor unit, and never more.
     */
    public List<Part> taxed(List<Part> parts) {
        return IntStream.rangeClosed(1, invoice.lines().size())
                .filter(this::isTax)
                .mapToObj(line -> new Part(line, tax(line, CreditNote.sum(parts, head().total()))))
                .filter(tax -> tax.amount().minor() != 0)
                .findFirst()
                .map(tax -> Stream.concat(parts.stream(), Stream.of(tax)).toList())
                .orElse(parts);
    }

    private Money tax(int line, Money more) {
        var all = line(line).amount();
        var net = head().total().minus(all);
        if (net.minor() == 0) {
            return zero();
        }
        var before = credited.getOrDefault(line, zero());
        var rest = head().total().minus(most()).minus(before).plus(more);
        return all.part(rest.minor(), net.minor()).minus(before);
    }

    private boolean isTax(int line) {
        return line(line).kind() == LineItem.Kind.TAX;
    }

    /** What is left of it all. */
    public Money most() {
        return credited.values().stream().reduce(head().total(), Money::minus);
    }

    /** Whether anything can be credited at this moment. */
    public boolean isPossible() {
        return head().total().minor() > 0 && most().minor() > 0 && !isUnderReview;
    }

    /** What crediting so much would do now, from zero to {@link #most}. */
    public Effect effect(Money amount) {
        return amount.compareTo(owed) <= 0
                ? new Effect(owed.minus(amount), zero())
                : new Effect(zero(), amount.minus(owed));
    }

    /**
     * These parts with their tax, which come to more than zero and no more than is left.
     *
     * @throws Refused with {@code credit.under-review} while people look into how it was paid, with {@code credit.nothing-left}
     *     where it is credited already, with {@code credit.out-of-range} for anything that it does not allow
     */
    List<Part> checked(List<Part> parts) {
        if (isUnderReview) {
            throw new Refused(new Failure.Conflict(
                    "credit.under-review", "This invoice was paid otherwise than it was asked for. Clear that first."));
        }
        if (!isPossible()) {
            throw new Refused(new Failure.Conflict("credit.nothing-left", "Nothing of this invoice can be credited."));
        }
        var seen = new HashSet<Integer>();
        if (!parts.stream().allMatch(part -> seen.add(part.line()) && isWithin(part))) {
            throw outOfRange();
        }
        var sum = CreditNote.sum(parts, head().total());
        var most = left().stream().map(Part::amount).reduce(zero(), Money::plus);
        if (sum.minor() <= 0 || sum.compareTo(most) > 0) {
            throw outOfRange();
        }
        return taxed(parts);
    }

    /** Between nothing and what is left of the line, whichever way that points. */
    private boolean isWithin(Part part) {
        if (part.line() < 1
                || part.line() > invoice.lines().size()
                || isTax(part.line())
                || !part.amount().currency().equals(zero().currency())) {
            return false;
        }
        return part.isOf(left(part.line()));
    }

    private Invoice head() {
        return invoice.invoice();
    }

    /** A line of the invoice, from 1 on. */
    public LineItem line(int line) {
        return invoice.lines().get(line - 1);
    }

    private Money zero() {
        return Money.zero(head().total().currency());
    }

    private static Refused outOfRange() {
        return new Refused(
                Failure.Invalid.of(
                        "credit.out-of-range",
                        "Credit something of the lines, of each at most what is left of it, and together at most what is left of the invoice."));
    }
}
