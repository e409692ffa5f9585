package io.chom.tenants.days;

import io.chom.tenants.days.Town.Did;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What somebody is to be told of what was used, event by event. */
final class UsedUp {

    private static final List<Integer> PARTS = List.of(80, 90, 100);
    private static final List<Integer> BUDGET_PARTS = List.of(80, 100);

    private final Buyer who;
    private final List<String> alerts = new ArrayList<>();
    private final List<String> budgetAlerts = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();

    UsedUp(Buyer who, List<Did> uses) {
        this.who = who;
        LocalDate period = LocalDate.MIN;
        int used = 0;
        for (Did one : uses.stream().filter(did -> did.who().equals(who)).toList()) {
            LocalDate day = who.day(one.at());
            LocalDate current = period(day);
            int before = current.equals(period) ? used : 0;
            period = current;
            used = before + who.uses().get(one.planned());
            told(period, day, before, used);
        }
    }

    private LocalDate period(LocalDate day) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> Bill.month(who.from(), n))
                .takeWhile(from -> !from.isAfter(day))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private void told(LocalDate period, LocalDate day, int before, int used) {
        var reached = reached(PARTS, who.ware().included(), before, used);
        reached.forEach(part -> alerts.add(Town.METER + " " + period + " " + part + " " + day));
        if (!reached.isEmpty()) {
            mails.add("allowance " + day);
        }
        if (reached.contains(100)) {
            tasks.add("used-up " + Town.METER + " " + period);
        }
        if (who.budget() > 0) {
            int cents = 100 * who.budget();
            var spent = reached(
                    BUDGET_PARTS, cents, who.ware().cost(before), who.ware().cost(used));
            spent.forEach(part -> budgetAlerts.add(period + " " + part + " " + day));
            spent.stream()
                    .max(Integer::compare)
                    .ifPresent(part -> mails.add((part < 100 ? "budget-near " : "budget-reached ") + day));
        }
    }

    private static List<Integer> reached(List<Integer> parts, int whole, int before, int after) {
        return parts.stream()
                .filter(part -> before * 100 < part * whole && after * 100 >= part * whole)
                .toList();
    }

    List<String> alerts() {
        return alerts;
    }

    List<String> budgetAlerts() {
        return budgetAlerts;
    }

    List<String> tasks() {
        return tasks;
    }

    List<String> mails() {
        return mails;
    }
}
