package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.brand.BrandPage.Published;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.EntryWords;
import io.chom.tenants.tenancy.BrandVersion;
import java.util.List;
import java.util.function.IntConsumer;

/** What was published, the newest first; each earlier version can be worn again. */
final class BrandHistory extends Composite<Div> {

    private final Language language;
    private final transient IntConsumer restore;
    private final UnorderedList versions = new UnorderedList();
    private final Paragraph none;
    private transient List<Published> shown = List.of();

    BrandHistory(Language language, IntConsumer restore) {
        this.language = language;
        this.restore = restore;
        versions.addClassName("entries");
        none = new Paragraph(language.say("brand.history.empty"));
        none.addClassName("muted");
        getContent().addClassName("card");
        getContent().add(new H2(language.say("brand.history")), none, versions);
    }

    void show(List<Published> history) {
        none.setVisible(history.isEmpty());
        if (!history.equals(shown)) {
            shown = history;
            versions.removeAll();
            history.forEach(version -> versions.add(line(version, version.equals(history.getFirst()))));
        }
    }

    private ListItem line(Published published, boolean isWorn) {
        BrandVersion version = published.version();
        var words = new EntryWords(
                language.say("brand.version", language.formats().number(version.version()), version.name()),
                language.moment(version.publishedAt()),
                published
                        .by()
                        .map(name -> language.say("brand.published-by", name))
                        .orElse(""));
        var line = new ListItem(new Swatch(version.look()), words);
        if (isWorn) {
            var mark = new Span(language.say("brand.worn"));
            mark.addClassNames("status", "success");
            line.add(mark);
        } else {
            var again = new Button(language.say("brand.restore"), event -> restore.accept(version.version()));
            again.setAriaLabel(
                    language.say("brand.restore.which", language.formats().number(version.version())));
            again.setDisableOnClick(true);
            line.add(again);
        }
        return line;
    }
}
