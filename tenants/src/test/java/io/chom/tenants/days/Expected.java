package io.chom.tenants.days;

import io.chom.tenants.catalog.Term;
import io.chom.tenants.days.Town.Did;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is to happen, each once, worked out from days alone. Days are those of whoever it happens to; what was due before
 * the beginning happens on the first day.
 */
record Expected(Stretch stretch, List<Did> uses, List<Did> payments) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime WEEKLY = LocalTime.of(8, 0);
    private static final int TRIAL_DAYS = 14;
    private static final int REMIND_DAYS = 3;
    private static final int RENEWAL_DAYS = 30;

    /** What is done about an unpaid invoice so many days after its last day. */
    private enum Rung {
        SOON("reminder", -3, "invoice-soon-due"),
        DUE("reminder", 0, "invoice-due"),
        OVERDUE("reminder", 3, "invoice-overdue"),
        WARNING("final-warning", 7, "invoice-final-warning"),
        STOP("suspension", 14, "access-suspended");

        private final String kind;
        private final int day;
        private final String mail;

        Rung(String kind, int day, String mail) {
            this.kind = kind;
            this.day = day;
            this.mail = mail;
        }
    }

    private record Taken(Bill bill, Rung rung, LocalDate on) {}

    static Stream<Buyer> buyers() {
        return Stream.concat(Stream.of(Buyer.HOUSE), Buyer.CUSTOMERS.stream());
    }

    List<String> invoices() {
        return bills().map(one -> line(
                        one.who(), one.from(), one.until(), one.cents(), one.on(), one.dueOn(), "ahead", one.ahead()))
                .toList();
    }

    List<String> steps() {
        return taken().map(one -> line(one.bill().who(), one.bill().from(), one.rung().kind, one.rung().day, one.on()))
                .toList();
    }

    /** Who may not use anything at the end. */
    List<String> stopped() {
        return taken().filter(one -> one.rung() == Rung.STOP && paidAt(one.bill()) == null)
                .map(one -> one.bill().who().slug())
                .distinct()
                .toList();
    }

    List<String> reports() {
        return buyers().flatMap(one -> Stream.concat(
                        weeks(one).map(monday -> line(one, "week", monday, stretch.first(one, monday))),
                        Bill.of(one, stretch, uses)
                                .filter(bill -> bill.ahead() == 0)
                                .map(bill -> line(one, "period", bill.from(), bill.on()))))
                .toList();
    }

    List<String> alerts() {
        return buyers().flatMap(one -> new UsedUp(one, uses).alerts().stream().map(alert -> line(one, alert)))
                .toList();
    }

    List<String> budgetAlerts() {
        return buyers().flatMap(
                        one -> new UsedUp(one, uses).budgetAlerts().stream().map(alert -> line(one, alert)))
                .toList();
    }

    List<String> tasks() {
        return buyers().flatMap(one -> new UsedUp(one, uses).tasks().stream().map(task -> line(one, task)))
                .toList();
    }

    List<String> counted() {
        return buyers().filter(one -> !one.uses().isEmpty())
                .map(one -> line(
                        one,
                        uses.stream()
                                .filter(use -> use.who().equals(one))
                                .mapToInt(use -> one.uses().get(use.planned()))
                                .sum()))
                .toList();
    }

    List<String> reminders() {
        return buyers().flatMap(one -> renewals(one)
                        .map(day -> line(one, "renewal", day, stretch.first(one, day.minusDays(RENEWAL_DAYS)))))
                .toList();
    }

    List<String> mails() {
        var mails = new ArrayList<String>();
        taken().forEach(one -> mails.add(line(one.bill().who(), one.rung().mail, one.on())));
        taken().filter(one -> one.rung() == Rung.STOP)
                .flatMap(one -> Optional.ofNullable(paidAt(one.bill())).stream()
                        .map(at -> line(
                                one.bill().who(),
                                "access-restored",
                                one.bill().who().day(at))))
                .forEach(mails::add);
        buyers().forEach(one -> {
            weeks(one).forEach(monday -> mails.add(line(one, "usage-week", stretch.first(one, monday))));
            Bill.of(one, stretch, uses)
                    .filter(bill -> bill.ahead() == 0)
                    .forEach(bill -> mails.add(line(one, "usage-period", bill.on())));
            renewals(one)
                    .forEach(day ->
                            mails.add(line(one, "year-renewing", stretch.first(one, day.minusDays(RENEWAL_DAYS)))));
            new UsedUp(one, uses).mails().forEach(mail -> mails.add(line(one, mail)));
            if (one.from() == null) {
                LocalDate paid = one.day(stretch.start()).plusDays(TRIAL_DAYS);
                mails.add(line(one, "trial-ending", paid.minusDays(REMIND_DAYS)));
                mails.add(line(one, "trial-ended", paid));
            }
        });
        return mails;
    }

    private Stream<Bill> bills() {
        return buyers().flatMap(one -> Bill.of(one, stretch, uses));
    }

    private Stream<Taken> taken() {
        return bills().filter(bill -> bill.cents() > 0)
                .flatMap(bill -> Stream.of(Rung.values())
                        .map(rung -> new Taken(bill, rung, bill.dueOn().plusDays(rung.day)))
                        .filter(one -> stretch.has(bill.who(), one.on(), MORNING))
                        .filter(isUnpaid(bill)));
    }

    private Predicate<Taken> isUnpaid(Bill bill) {
        Instant paid = paidAt(bill);
        return one -> paid == null
                || one.on()
                        .atTime(MORNING)
                        .atZone(bill.who().zone())
                        .toInstant()
                        .isBefore(paid);
    }

    /** Who pays pays the oldest one. */
    private @Nullable Instant paidAt(Bill bill) {
        return bill.from().equals(bill.who().from())
                ? payments.stream()
                        .filter(one -> one.who().equals(bill.who()))
                        .map(Did::at)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Mondays whose hour came after it was bought; the one before the beginning is late. */
    private Stream<LocalDate> weeks(Buyer who) {
        return Stream.iterate(
                        who.day(stretch.start()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        day -> day.plusWeeks(1))
                .takeWhile(monday -> stretch.has(who, monday, WEEKLY))
                .filter(monday ->
                        monday.atTime(WEEKLY).atZone(who.zone()).toInstant().isAfter(who.startedAt(stretch.start())));
    }

    /** Days on which a year begins anew that is to be announced by the end. */
    private Stream<LocalDate> renewals(Buyer who) {
        LocalDate from = who.from();
        return from == null || who.term() == Term.MONTH
                ? Stream.empty()
                : Stream.iterate(from.plusYears(1), day -> day.plusYears(1))
                        .takeWhile(day -> stretch.has(who, day.minusDays(RENEWAL_DAYS), LocalTime.MIN));
    }

    private static String line(Buyer who, Object... parts) {
        return String.join(
                " ",
                Stream.concat(Stream.of(who.slug()), Stream.of(parts))
                        .map(Object::toString)
                        .toList());
    }
}
