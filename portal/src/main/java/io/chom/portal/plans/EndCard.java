package io.chom.portal.plans;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.chom.portal.formats.Language;
import java.time.LocalDate;
import java.util.Optional;

/** The way out: what follows from it, and room for a reason that nobody has to give. */
final class EndCard extends Composite<NativeDetails> {

    private static final int LONGEST_REASON = 1_000;

    private final transient Language language;
    private final Paragraph why = new Paragraph();
    private final TextArea reason = new TextArea();
    private final Button end;

    EndCard(Language language, PlansWork work) {
        this.language = language;
        reason.setLabel(language.say("plans.end.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        end = new Button("", event -> work.end(reason.getValue().strip()));
        end.addThemeVariants(ButtonVariant.ERROR);
        var body = new Div(why, reason, new Div(end));
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().setSummaryText(language.say("plans.end"));
        getContent().setContent(body);
    }

    /**
     * Says what follows.
     *
     * @param lastDay the last one with the plan if it is ended now; empty where there is nothing to end
     * @param key of what follows, in the words of which the day is put
     */
    void show(Optional<LocalDate> lastDay, String key) {
        setVisible(lastDay.isPresent());
        lastDay.map(language.formats()::date).ifPresent(day -> {
            why.setText(language.say(key, day));
            end.setText(language.say("plans.end.on", day));
        });
        if (lastDay.isEmpty()) {
            reason.clear();
            getContent().setOpen(false);
        }
    }
}
