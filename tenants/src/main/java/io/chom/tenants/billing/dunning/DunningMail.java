package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.dunning.Rung.Kind;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step about an unpaid invoice was taken.
 *
 * @param overdue the invoice
 * @param rung the step
 * @param course what comes after it
 * @param house name of the organisation that owes it
 */
record DunningMail(Overdue overdue, Rung rung, Course course, String house) implements Mail {

    /** Where it is paid. */
    static final String PLACE = "/app/invoices";

    @Override
    public String kind() {
        return switch (rung.kind()) {
            case REMINDER -> rung.day() < 0 ? "invoice-soon-due" : rung.day() == 0 ? "invoice-due" : "invoice-overdue";
            case FINAL_WARNING -> "invoice-final-warning";
            case SUSPENSION -> "access-suspended";
            case RETENTION_END -> "retention-ended";
        };
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(overdue.number()), owed(), day(overdue.dueOn()), stop(), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return Stream.concat(
                        Stream.of(MailValue.of(overdue.number()), owed(), day(overdue.dueOn())),
                        rung.kind() == Kind.FINAL_WARNING ? Stream.of(stop()) : Stream.empty())
                .toList();
    }

    private MailValue owed() {
        return MailValue.in(language -> new MailFigures(language).money(overdue.owed()));
    }

    /** When the use stops; a dash where no such step comes. */
    private MailValue stop() {
        return course.coming().stream()
                .filter(one -> one.rung().kind() == Kind.SUSPENSION)
                .map(one -> day(LocalDate.ofInstant(one.at(), overdue.zone())))
                .findFirst()
                .orElse(MailValue.of("–"));
    }

    private static MailValue day(LocalDate day) {
        return MailValue.in(language -> new MailFigures(language).day(day));
    }

    @Override
    public @Nullable String place() {
        return PLACE;
    }
}
