package io.chom.portal.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import java.util.List;
import java.util.Locale;

/** The bell: how many notices there are, and the notices in a small panel. */
final class Bell extends Composite<Div> {

    private final transient Language language;
    private final Button button;
    private final Span count = new Span();
    private final Div list = new Div();

    Bell(Language language) {
        this.language = language;
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        button = new Button(new Span(Icon.BELL.create(), count));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("icon-button");
        button.setTooltipText(language.say("shell.notices"));
        list.addClassName("bell-list");
        getContent().addClassName("bell");
        getContent().add(button, panel());
        show(List.of());
    }

    private Popover panel() {
        var panel = new Popover(new H2(language.say("shell.notices")), list);
        panel.setTarget(button);
        panel.setPosition(PopoverPosition.BOTTOM_END);
        panel.setAriaLabel(language.say("shell.notices"));
        panel.setAutofocus(true);
        panel.addClassName("bell-panel");
        return panel;
    }

    void show(List<Notices.Notice> notices) {
        count.setText(String.valueOf(notices.size()));
        count.setVisible(!notices.isEmpty());
        button.setAriaLabel(language.count("shell.notices.count", notices.size()));
        list.removeAll();
        list.add(notices.isEmpty() ? nothing() : lines(notices));
    }

    void fail() {
        list.removeAll();
        list.add(new Paragraph(language.say("shell.notices.unknown")));
    }

    private Div nothing() {
        var nothing = new Div(
                Icon.CHECK.create(),
                new Span(language.say("shell.notices.empty")),
                new Paragraph(language.say("shell.notices.empty.why")));
        nothing.addClassName("bell-empty");
        return nothing;
    }

    private static UnorderedList lines(List<Notices.Notice> notices) {
        var lines = new UnorderedList();
        notices.forEach(notice -> lines.add(line(notice)));
        return lines;
    }

    private static ListItem line(Notices.Notice notice) {
        var words = new Div(new Span(notice.text()), new Paragraph(notice.detail()));
        var line = new ListItem(Icon.ALERT.create(), words);
        line.getElement().setAttribute("data-weight", notice.weight().name().toLowerCase(Locale.ROOT));
        return line;
    }
}
