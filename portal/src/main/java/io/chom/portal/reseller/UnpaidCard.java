package io.chom.portal.reseller;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CourseLine;
import io.chom.portal.parts.DayField;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.dunning.Unpaid;
import io.chom.tenants.billing.payment.ManualPayment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One unpaid invoice: what was done, what comes, and what the reseller can do about it. */
final class UnpaidCard extends Composite<NativeDetails> {

    private static final int LONGEST_EVIDENCE = 200;

    private final transient Language language;
    private final Span state = new Span();
    private final CourseLine course;
    private final Paragraph held = new Paragraph();
    private final DayField until;
    private final Button giveTime;
    private final Button takeBack;
    private final DayField received;
    private final Select<ManualPayment.Way> way = new Select<>();
    private final TextField evidence = new TextField();
    private final Button paid;

    UnpaidCard(Language language, UnpaidWork work, Unpaid unpaid) {
        this.language = language;
        var invoice = unpaid.invoice();
        course = new CourseLine(language);
        held.addClassName("muted");
        until = new DayField(language, language.say("unpaid.hold.until"));
        received = new DayField(language, language.say("unpaid.paid.on"));
        giveTime = new Button(
                language.say("unpaid.hold"),
                event -> Optional.ofNullable(until.getValue()).ifPresent(day -> work.hold(invoice, day)));
        takeBack = new Button(language.say("unpaid.hold.end"), event -> work.hold(invoice, null));
        paid = new Button(language.say("unpaid.paid"), event -> pay(work, invoice));
        var body = new Div(course, held, time(), payment());
        body.addClassName("stack");
        getContent().getElement().getClassList().addAll(List.of("card", "invoice"));
        getContent().setSummary(head(unpaid));
        getContent().setContent(body);
    }

    void show(Unpaid unpaid, Instant now) {
        var zone = unpaid.invoice().period().zone();
        var today = LocalDate.ofInstant(now, zone);
        var heldUntil = unpaid.course().heldUntil();
        boolean isHeld = heldUntil != null && !heldUntil.isBefore(today);
        boolean isLate = unpaid.invoice().isOverdue(today);
        state.setText(say(unpaid, isHeld, isLate));
        state.setClassName("status " + status(unpaid, isHeld, isLate).style());
        course.show(unpaid.course());
        held.setVisible(isHeld);
        held.setText(
                heldUntil == null
                        ? ""
                        : language.say("unpaid.held", language.formats().date(heldUntil)));
        takeBack.setVisible(isHeld);
        until.setMin(today);
        until.setMax(today.plusDays(DunningService.LONGEST_HOLD));
        received.setMax(LocalDate.ofInstant(now, language.formats().zone()));
    }

    private String say(Unpaid unpaid, boolean isHeld, boolean isLate) {
        var due = language.formats().date(unpaid.invoice().dueOn());
        if (isHeld) {
            return language.say("unpaid.state.held");
        }
        if (unpaid.course().stoppedAt().isPresent()) {
            return language.say("unpaid.state.stopped");
        }
        return language.say(isLate ? "unpaid.state.overdue" : "unpaid.state.open", due);
    }

    private static Status status(Unpaid unpaid, boolean isHeld, boolean isLate) {
        if (isHeld || !isLate) {
            return Status.WAITING;
        }
        return unpaid.course().stoppedAt().isPresent() ? Status.DANGER : Status.WARNING;
    }

    private Span head(Unpaid unpaid) {
        var customer = new Span(unpaid.customer());
        customer.addClassName("fact");
        var number = new Span(unpaid.invoice().number());
        number.addClassName("muted");
        var total = new Span(language.formats().money(unpaid.invoice().owed()));
        total.addClassName("fact");
        var head = new Span(customer, number, state, total);
        head.addClassName("invoice-head");
        return head;
    }

    private Div time() {
        var row = new Div(until, giveTime, takeBack);
        row.addClassName("field-row");
        return row;
    }

    private Div payment() {
        way.setLabel(language.say("unpaid.paid.way"));
        way.setItems(ManualPayment.Way.values());
        way.setItemLabelGenerator(one -> language.say("unpaid.way." + one.name().toLowerCase(Locale.ROOT)));
        way.setValue(ManualPayment.Way.TRANSFER);
        evidence.setLabel(language.say("unpaid.paid.evidence"));
        evidence.setPlaceholder(language.say("unpaid.paid.evidence.like"));
        evidence.setMaxLength(LONGEST_EVIDENCE);
        evidence.addClassName("grow");
        var row = new Div(received, way, evidence, paid);
        row.addClassName("field-row");
        return row;
    }

    /** What is missing is said beside its field, before anything is asked. */
    private void pay(UnpaidWork work, Invoice invoice) {
        boolean isDated = received.getValue() != null && !received.isInvalid();
        boolean isProven = !evidence.getValue().isBlank();
        received.setErrorMessage(language.say("unpaid.paid.on.missing"));
        received.setInvalid(!isDated);
        evidence.setErrorMessage(language.say("unpaid.paid.evidence.missing"));
        evidence.setInvalid(!isProven);
        if (isDated && isProven) {
            work.paid(invoice, new ManualPayment(received.getValue(), way.getValue(), evidence.getValue()));
        }
    }
}
