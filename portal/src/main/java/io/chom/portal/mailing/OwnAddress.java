package io.chom.portal.mailing;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.dns.CheckList;
import io.chom.portal.dns.CheckTimes;
import io.chom.portal.dns.RecordList;
import io.chom.portal.formats.Language;
import io.chom.portal.mailing.MailingPage.Own;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Status;
import io.chom.tenants.tenancy.senders.SenderStanding;
import java.util.Optional;

/** The own address: whether mails go out from it, which records it needs and what the name servers say. */
final class OwnAddress extends Composite<Div> {

    private final Language language;
    private final H2 address = new H2();
    private final Span state = new Span();
    private final Paragraph meaning = new Paragraph();
    private final CheckTimes times;
    private final Button check;
    private final RecordList records;
    private final CheckList checks;

    OwnAddress(Language language, MailingWork work) {
        this.language = language;
        times = new CheckTimes(language);
        check = new Button(language.say("dns.check"), Icon.REFRESH.create(), event -> work.check());
        check.setDisableOnClick(true);
        records = new RecordList(language);
        checks = new CheckList(language);
        address.addClassName("domain-host");
        var title = new Div(address, new Div(state));
        title.addClassName("domain-title");
        var head = new Div(title, check);
        head.addClassName("card-head");
        getContent().addClassNames("card", "domain");
        getContent().add(head, meaning, times, records, checks);
    }

    void show(Optional<Own> own) {
        getContent().setVisible(own.isPresent());
        own.ifPresent(this::draw);
    }

    private void draw(Own own) {
        SenderStanding standing = own.standing();
        boolean isShaky = standing.isProved() && standing.misses() > 0;
        String word = isShaky ? "missed" : standing.isProved() ? "proved" : "unproved";
        address.setText(standing.address().value());
        state.setText(language.say("mailing.state." + word));
        state.setClassName(
                "status " + (isShaky ? Status.WARNING : standing.isProved() ? Status.SUCCESS : Status.WAITING).style());
        meaning.setText(language.say("mailing.what." + word));
        check.setEnabled(true);
        times.show(standing.report(), standing.nextCheck());
        records.show(own.records().orElse(null));
        checks.show(standing.report());
    }
}
