package io.chom.portal.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import java.util.Comparator;
import java.util.List;

/** Above every page while a limit is near: the heaviest notice, in colour, sign and words. */
final class Banner extends Composite<Section> {

    private final Span text = new Span();
    private final Span detail = new Span();

    Banner(Language language) {
        text.addClassName("banner-text");
        getContent().addClassName("banner");
        getContent().getElement().setAttribute("aria-label", language.say("shell.banner"));
        var words = new Div(text, detail);
        words.addClassName("banner-words");
        getContent().add(Icon.ALERT.create(), words);
        setVisible(false);
    }

    void show(List<Notices.Notice> notices) {
        var heaviest = notices.stream()
                .filter(notice -> notice.weight() != Notices.Weight.NOTE)
                .max(Comparator.comparing(Notices.Notice::weight));
        setVisible(heaviest.isPresent());
        heaviest.ifPresent(notice -> {
            text.setText(notice.text());
            detail.setText(notice.detail());
            getContent().setClassName("danger", notice.weight() == Notices.Weight.ALARM);
        });
    }
}
