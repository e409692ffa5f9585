package io.chom.portal.dns;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Status;
import io.chom.tenants.tenancy.dns.Diagnosis;
import io.chom.tenants.tenancy.dns.DomainCheck;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the last check found, one line for each thing: expected, seen, at which servers, and what to do about it. */
public final class CheckList extends Composite<Div> {

    private final Language language;
    private final UnorderedList list = new UnorderedList();
    private transient List<DomainCheck> shown = List.of();

    /** Shows nothing yet. */
    public CheckList(Language language) {
        this.language = language;
        list.addClassName("dns-checks");
        getContent().addClassName("domain-part");
        getContent().add(new H3(language.say("dns.checks")), list);
        setVisible(false);
    }

    /** @param report what was found; null before the first check */
    public void show(@Nullable DomainReport report) {
        setVisible(report != null);
        if (report != null && !report.checks().equals(shown)) {
            shown = report.checks();
            list.removeAll();
            shown.forEach(check -> list.add(line(check)));
        }
    }

    private ListItem line(DomainCheck check) {
        var outcome = new Span(language.say("dns.outcome." + word(check.outcome())));
        outcome.addClassNames("status", status(check.outcome()).style());
        var subject = new Span(language.say("dns.subject." + word(check.subject())));
        subject.addClassName("entry-title");
        var words = new Div(subject);
        words.addClassName("dns-words");
        Diagnosis diagnosis = check.diagnosis();
        if (diagnosis != null) {
            words.add(sentence(diagnosis, ""), remedy(diagnosis));
        }
        words.add(facts(check));
        return new ListItem(words, outcome);
    }

    private Paragraph remedy(Diagnosis diagnosis) {
        var remedy = sentence(diagnosis, ".remedy");
        remedy.addClassName("dns-remedy");
        return remedy;
    }

    private Paragraph sentence(Diagnosis diagnosis, String part) {
        var details = diagnosis.details();
        return new Paragraph(language.say(
                "dns.fault." + word(diagnosis.fault()) + part,
                details.getOrDefault("expected", ""),
                details.getOrDefault("seen", ""),
                details.getOrDefault("name", "")));
    }

    private Div facts(DomainCheck check) {
        var facts = new Div();
        facts.addClassName("entry-notes");
        fact(facts, "dns.expected", check.expected());
        fact(facts, "dns.seen", check.seen());
        fact(facts, "dns.asked", check.servers());
        return facts;
    }

    private void fact(Div facts, String words, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Span(language.say(words, String.join(", ", values))));
        }
    }

    private static Status status(DomainCheck.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Status.SUCCESS;
            case WARNED -> Status.WARNING;
            case FAILED -> Status.DANGER;
            case UNKNOWN -> Status.WAITING;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
