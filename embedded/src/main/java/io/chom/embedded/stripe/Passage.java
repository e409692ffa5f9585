package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What happens by itself as time goes by: one thing after the other, each at its own moment. */
final class Passage {

    private static final long THREE_DAYS = 3 * 86_400;
    private static final long MOST_OF_A_DAY = 23 * 3_600;
    private static final Set<String> TURNING = Set.of("trialing", "active", "past_due", "unpaid");
    private static final int MOST = 100_000;

    private final Set<String> told = new HashSet<>();

    /**
     * Lets everything happen up to a moment.
     *
     * @param clock the test clock whose objects are meant, or none for those that have none
     * @param now is told each moment before something happens then
     * @param base the address of the sandbox
     */
    void until(long to, Shelf shelf, @Nullable String clock, LongConsumer now, String base) {
        for (int i = 0; i < MOST; i++) {
            Optional<Due> next = dues(shelf, clock, base).stream()
                    .filter(due -> due.at() <= to)
                    .min(Comparator.comparingLong(Due::at));
            if (next.isEmpty()) {
                return;
            }
            now.accept(next.get().at());
            next.get().action().run();
        }
        throw new IllegalStateException("time does not pass");
    }

    private List<Due> dues(Shelf shelf, @Nullable String clock, String base) {
        List<Due> dues = new ArrayList<>();
        for (Json each : shelf.all(Kind.INVOICE).reversed()) {
            if (each.is("test_clock", clock)) {
                invoice(dues, shelf, each, base);
            }
        }
        for (Json each : shelf.all(Kind.SUBSCRIPTION).reversed()) {
            if (each.is("test_clock", clock)) {
                subscription(dues, shelf, each, base);
            }
        }
        for (Json each : clock == null ? shelf.all(Kind.REFUND) : List.<Json>of()) {
            Refunds.next(shelf, each).ifPresent(at -> dues.add(new Due(at, () -> Refunds.turn(shelf, each))));
        }
        for (Json each : shelf.all(Kind.CHECKOUT_SESSION)) {
            if (clock == null && each.is("status", "open")) {
                dues.add(new Due(each.number("expires_at"), () -> {
                    var unused = CheckoutSessions.expire(shelf, each);
                }));
            }
        }
        return dues;
    }

    private void invoice(List<Due> dues, Shelf shelf, Json invoice, String base) {
        if (invoice.is("status", "draft")
                && invoice.flag("auto_advance")
                && invoice.has("automatically_finalizes_at")) {
            dues.add(new Due(
                    invoice.number("automatically_finalizes_at"),
                    () -> SubscriptionInvoices.collect(shelf, invoice, base)));
        }
        if (invoice.is("status", "open") && invoice.has("next_payment_attempt")) {
            dues.add(new Due(
                    invoice.number("next_payment_attempt"), () -> SubscriptionInvoices.retry(shelf, invoice, base)));
        }
        if (invoice.is("status", "open") && invoice.has("due_date")) {
            once(dues, invoice.number("due_date"), "overdue " + invoice.id(), () -> {
                shelf.say("invoice.overdue", invoice);
                SubscriptionStates.unpaid(shelf, invoice);
            });
        }
    }

    private void subscription(List<Due> dues, Shelf shelf, Json subscription, String base) {
        String status = subscription.string("status");
        if (status.equals("incomplete")) {
            dues.add(new Due(subscription.number("created") + MOST_OF_A_DAY, () -> Turns.expire(shelf, subscription)));
        }
        if (!TURNING.contains(status)) {
            return;
        }
        dues.add(new Due(SubscriptionItems.period(subscription).end(), () -> Turns.turn(shelf, subscription, base)));
        if (subscription.has("cancel_at")) {
            dues.add(new Due(subscription.number("cancel_at"), () -> Turns.end(shelf, subscription, base)));
        }
        if (subscription.at("pause_collection").has("resumes_at")) {
            dues.add(new Due(
                    subscription.at("pause_collection").number("resumes_at"),
                    () -> Turns.collectAgain(shelf, subscription)));
        }
        if (status.equals("trialing")) {
            long end = subscription.number("trial_end");
            long warning = Math.max(subscription.number("created"), end - THREE_DAYS);
            once(
                    dues,
                    warning,
                    "trial %s %d".formatted(subscription.id(), end),
                    () -> shelf.say("customer.subscription.trial_will_end", subscription));
        }
    }

    private void once(List<Due> dues, long at, String what, Runnable action) {
        if (!told.contains(what)) {
            dues.add(new Due(at, () -> {
                told.add(what);
                action.run();
            }));
        }
    }

    private record Due(long at, Runnable action) {}
}
