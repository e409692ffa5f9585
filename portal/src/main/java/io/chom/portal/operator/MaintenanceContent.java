package io.chom.portal.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Confirmation;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.Segments;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.parts.Status;
import io.chom.tenants.tenancy.MaintenanceTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the portals are open, and the way to close and to open them. */
final class MaintenanceContent implements StatePanel.Content<MaintenanceWork.Page> {

    private final Language language;
    private final Span state = new Span();
    private final Paragraph meaning = new Paragraph();
    private final Refusal refusal;
    private final Segments times;
    private final Button begin;
    private final Button finish;
    private final Div page;

    MaintenanceContent(Language language, MaintenanceWork work) {
        this.language = language;
        times = new Segments(language.say("maintenance.time"), time -> {});
        times.offer(words(), Optional.of(MaintenanceTime.HALF.name()));
        var sure = new Confirmation(
                language.say("maintenance.sure"),
                language.say("maintenance.begin"),
                language.say("maintenance.keep"),
                () -> times.chosen().map(MaintenanceTime::valueOf).ifPresent(work::begin));
        begin = new Button(language.say("maintenance.begin"), event -> sure.ask());
        finish = new Button(language.say("maintenance.finish"), event -> work.finish());
        finish.setDisableOnClick(true);
        refusal = new Refusal(language);
        var actions = new Div(times, begin, finish);
        actions.addClassName("filters");
        var parts = new Div(refusal, new Div(state), meaning, actions, sure);
        parts.addClassName("stack");
        page = new Div(new H2(language.say("maintenance.portals")), parts);
        page.addClassName("card");
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(MaintenanceTime.values())
                .map(Enum::name)
                .forEach(time -> words.put(time, language.say("maintenance.time." + time.toLowerCase(Locale.ROOT))));
        return words;
    }

    @Override
    public void show(MaintenanceWork.Page found) {
        boolean isOpen = found.end().isEmpty();
        state.setText(language.say(isOpen ? "maintenance.open" : "maintenance.closed"));
        state.setClassName("status " + (isOpen ? Status.SUCCESS : Status.WARNING).style());
        meaning.setText(found.end()
                .map(end -> language.say("maintenance.closed.until", language.moment(end)))
                .orElseGet(() -> language.say("maintenance.open.what")));
        begin.setText(language.say(isOpen ? "maintenance.begin" : "maintenance.longer"));
        finish.setVisible(!isOpen);
        finish.setEnabled(true);
        refusal.show(found.refusal());
    }

    @Override
    public Component component() {
        return page;
    }
}
