package io.chom.portal.domains;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.dns.CheckList;
import io.chom.portal.dns.CheckTimes;
import io.chom.portal.dns.RecordList;
import io.chom.portal.domains.DomainsPage.Entry;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Confirmation;
import io.chom.portal.parts.Icon;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.DomainStanding;
import java.util.Objects;

/** One domain: how far it is, what to do next, which records it needs and what the name servers say. */
final class DomainCard extends Composite<Div> {

    private final Language language;
    private final Span state = new Span();
    private final Span main = new Span();
    private final Paragraph meaning = new Paragraph();
    private final CheckTimes times;
    private final Button check;
    private final Button makeMain;
    private final Button remove;
    private final RecordList records;
    private final CheckList checks;

    DomainCard(Language language, DomainsWork work, HostName host) {
        this.language = language;
        main.setText(language.say("domains.main"));
        main.addClassNames("tag", "accent");
        times = new CheckTimes(language);
        check = new Button(language.say("dns.check"), Icon.REFRESH.create(), event -> work.check(host));
        check.setAriaLabel(language.say("domains.check.which", host.value()));
        makeMain = new Button(language.say("domains.make-main"), event -> work.makePrimary(host));
        makeMain.setAriaLabel(language.say("domains.make-main.which", host.value()));
        var removal = new Confirmation(
                language.say("domains.remove.sure", host.value()),
                language.say("domains.remove"),
                language.say("domains.keep"),
                () -> work.remove(host));
        remove = new Button(language.say("domains.remove"), event -> removal.ask());
        remove.setAriaLabel(language.say("domains.remove.which", host.value()));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        records = new RecordList(language);
        checks = new CheckList(language);
        var name = new H2(host.value());
        name.addClassName("domain-host");
        var title = new Div(name, new Div(state, main));
        title.addClassName("domain-title");
        var actions = new Div(check, makeMain, remove);
        actions.addClassName("filters");
        var head = new Div(title, actions);
        head.addClassName("card-head");
        getContent().addClassNames("card", "domain");
        getContent().add(head, removal, meaning, times, records, checks);
    }

    void show(Entry entry) {
        DomainStanding standing = entry.standing();
        var words = DomainWords.of(standing);
        state.setText(language.say("domains.state." + words.key()));
        state.setClassName("status " + words.status().style());
        meaning.setText(meaning(entry, words));
        main.setVisible(standing.domain().primary());
        makeMain.setVisible(standing.state().isServed() && !standing.domain().primary());
        check.setVisible(!standing.isGiven());
        remove.setVisible(!standing.isGiven());
        check.setEnabled(true);
        times.setVisible(!standing.isGiven());
        times.show(standing.report(), standing.nextCheck());
        records.show(entry.records());
        checks.show(standing.report());
    }

    private String meaning(Entry entry, DomainWords words) {
        return words == DomainWords.FAILING
                ? language.say(
                        "domains.what.failing",
                        language.moment(Objects.requireNonNull(entry.standing().failingSince())),
                        language.moment(Objects.requireNonNull(entry.switchedOffAt())))
                : language.say("domains.what." + words.key());
    }
}
