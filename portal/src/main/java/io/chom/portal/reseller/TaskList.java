package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.alert.Task;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The customers to talk to because they have used up something; nothing where there is nobody. */
final class TaskList implements StatePanel.Content<TaskWork.Page> {

    private final Language language;
    private final Function<MeterId, Optional<Meter>> meters;
    private final Consumer<Task> turn;
    private final Refusal refusal;
    private final UnorderedList lines = new UnorderedList();
    private final Div part;

    /** @param turn marks an open one as done, and one that is done as open */
    TaskList(Language language, Function<MeterId, Optional<Meter>> meters, Consumer<Task> turn) {
        this.language = language;
        this.meters = meters;
        this.turn = turn;
        refusal = new Refusal(language);
        part = new Div(new H3(language.say("reseller.tasks")), refusal, lines);
    }

    @Override
    public void show(TaskWork.Page page) {
        refusal.show(page.refusal());
        lines.removeAll();
        page.tasks().stream().map(this::line).forEach(lines::add);
        part.setVisible(!page.tasks().isEmpty() || page.refusal().isPresent());
    }

    private ListItem line(Task task) {
        var due = new Span(language.say("reseller.tasks.due", language.formats().date(task.dueOn())));
        due.addClassName("muted");
        var figures = new Span(language.say(
                "reseller.tasks.used",
                meters.apply(task.meter())
                        .map(meter -> language.worded(meter).name())
                        .orElseGet(() -> task.meter().value()),
                quantity(task, task.used()),
                quantity(task, task.included())));
        return new ListItem(new Div(new Span(task.customer()), due), figures, button(task));
    }

    private Button button(Task task) {
        var key = task.isDone() ? "reseller.tasks.undo" : "reseller.tasks.do";
        var button = new Button(language.say(key), event -> turn.accept(task));
        button.setAriaLabel(language.say(key + ".which", task.customer()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        return button;
    }

    private String quantity(Task task, BigDecimal quantity) {
        return meters.apply(task.meter())
                .map(meter -> language.quantity(quantity, meter))
                .orElseGet(() -> language.formats().number(quantity, 2));
    }

    @Override
    public Component component() {
        return part;
    }
}
