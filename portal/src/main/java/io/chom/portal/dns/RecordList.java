package io.chom.portal.dns;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CopyText;
import io.chom.portal.parts.FileLink;
import io.chom.tenants.tenancy.dns.RequiredRecord;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All records that a name needs, each to be copied, and all of them as a file for a name server. */
public final class RecordList extends Composite<Div> {

    private final Language language;
    private transient @Nullable RequiredRecords shown;

    /** Shows nothing yet. */
    public RecordList(Language language) {
        this.language = language;
        getContent().addClassName("domain-part");
        setVisible(false);
    }

    /** @param records what has to be created; null where nothing has to */
    public void show(@Nullable RequiredRecords records) {
        setVisible(records != null);
        if (records != null && !records.equals(shown)) {
            shown = records;
            getContent().removeAll();
            draw(records);
        }
    }

    private void draw(RequiredRecords records) {
        var title = new H3(language.say("dns.records", records.zone()));
        var file = new FileLink(
                language.say("dns.zone-file"), records.host().value() + ".zone", "text/dns", records::zoneFile);
        var head = new Div(title, file);
        head.addClassName("card-head");
        getContent().add(head);
        if (records.guessed()) {
            var guess = new Paragraph(language.say("dns.guessed"));
            guess.addClassName("advice");
            getContent().add(guess);
        }
        var list = new UnorderedList();
        list.addClassName("dns-records");
        records.records().forEach(record -> list.add(line(record)));
        getContent().add(list);
    }

    private ListItem line(RequiredRecord record) {
        var type = new Span(record.type().name());
        type.addClassName("tag");
        String word = record.purpose().name().toLowerCase(Locale.ROOT);
        var purpose = new Span(language.say("dns.for." + word));
        var head = new Div(type, purpose);
        head.addClassName("dns-purpose");
        if (!record.required()) {
            var optional = new Span(language.say("dns.optional." + word));
            optional.addClassName("muted");
            head.add(optional);
        }
        var name = part("dns.name", record.relativeName());
        if (!record.name().equals(record.relativeName())) {
            name.add(part("dns.name.absolute", record.name()));
        }
        return new ListItem(head, name, part("dns.value", record.value()));
    }

    private Div part(String words, String text) {
        var label = new Span(language.say(words));
        label.addClassName("dns-label");
        var part =
                new Div(label, new CopyText(text, language.say("copy.do", label.getText()), language.say("copy.done")));
        part.addClassName("dns-part");
        return part;
    }
}
