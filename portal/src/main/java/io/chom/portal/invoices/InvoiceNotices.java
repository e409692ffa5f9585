package io.chom.portal.invoices;

import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.shell.Notices;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.dunning.Course;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.dunning.Rung.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whoever pays on every page what is overdue, and when that stops the use. */
@Component
class InvoiceNotices implements Notices {

    private final InvoiceService invoices;
    private final DunningService dunning;
    private final Clock clock;

    InvoiceNotices(InvoiceService invoices, DunningService dunning, Clock clock) {
        this.invoices = invoices;
        this.dunning = dunning;
        this.clock = clock;
    }

    @Override
    public Optional<Source<List<Notice>>> of(SignedIn signedIn, Language language) {
        return InvoicesNavigation.isReader(signedIn)
                ? Optional.of(new Source<>(
                        () -> invoices.unpaid()
                                .flatMap(unpaid ->
                                        dunning.courses(unpaid).map(courses -> notices(unpaid, courses, language))),
                        invoices::changes))
                : Optional.empty();
    }

    private List<Notice> notices(List<Invoice> unpaid, Map<InvoiceId, Course> courses, Language language) {
        return unpaid.stream()
                .filter(one -> one.isOverdue(
                        LocalDate.ofInstant(clock.instant(), one.period().zone())))
                .map(one -> notice(one, Objects.requireNonNull(courses.get(one.id())), language))
                .toList();
    }

    private static Notice notice(Invoice invoice, Course course, Language language) {
        var amount = language.formats().money(invoice.owed());
        var number = invoice.number();
        if (course.stoppedAt().isPresent()) {
            return new Notice(
                    Weight.ALARM, language.say("dunning.stopped", number), language.say("dunning.stopped.why", amount));
        }
        var stop = course.coming().stream()
                .filter(one -> one.rung().kind() == Kind.SUSPENSION)
                .findFirst();
        return new Notice(
                Weight.WARNING,
                language.say("dunning.overdue", number),
                stop.map(one -> language.say(
                                "dunning.overdue.stops",
                                amount,
                                language.formats().date(LocalDate.ofInstant(one.at(), course.zone()))))
                        .orElseGet(() -> language.say(
                                "dunning.overdue.why",
                                amount,
                                language.formats().date(invoice.dueOn()))));
    }
}
