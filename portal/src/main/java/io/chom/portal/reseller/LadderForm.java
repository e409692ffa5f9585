package io.chom.portal.reseller;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.dunning.Ladder;
import io.chom.tenants.billing.dunning.LadderService;
import io.chom.tenants.billing.dunning.Rung;
import io.chom.tenants.billing.dunning.Rung.Kind;
import io.chom.tenants.catalog.Catalogues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps that are taken about unpaid invoices, for all products or for one. */
final class LadderForm extends Composite<NativeDetails> {

    private final transient Language language;
    private final Select<String> product = new Select<>();
    private final Div rows = new Div();
    private final Paragraph flaw = new Paragraph();
    private final Button save;
    private final transient List<Row> steps = new ArrayList<>();
    private transient @Nullable Ladder shown;

    LadderForm(Language language, UnpaidWork work, Catalogues catalogues) {
        this.language = language;
        product.setLabel(language.say("ladder.product"));
        product.setItems(Stream.concat(
                        Stream.of(LadderService.ALL),
                        catalogues.names().stream().sorted())
                .toList());
        product.setItemLabelGenerator(name -> name.equals(LadderService.ALL) ? language.say("ladder.all") : name);
        product.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                work.choose(event.getValue());
            }
        });
        save = new Button(language.say("ladder.save"), event -> work.change(rungs()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var add = new Button(language.say("ladder.add"), event -> add(new Rung(Kind.REMINDER, next())));
        var foot = new Div(add, save);
        foot.addClassName("filters");
        flaw.addClassName("warning");
        flaw.getElement().setAttribute("role", "status");
        rows.addClassName("stack");
        var body = new Div(new Paragraph(language.say("ladder.why")), product, rows, flaw, foot);
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().setSummaryText(language.say("ladder.title"));
        getContent().setContent(body);
    }

    private record Row(Div line, Select<Kind> kind, IntegerField day) {}

    /** What somebody is writing stays until another product is chosen or it is saved. */
    void show(String name, Ladder ladder) {
        boolean isOther = !name.equals(product.getValue());
        if (isOther || !ladder.equals(shown)) {
            product.setValue(name);
            shown = ladder;
            steps.clear();
            rows.removeAll();
            ladder.rungs().forEach(this::add);
        }
        check();
    }

    private void add(Rung rung) {
        var kind = new Select<Kind>();
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> language.say("dunning.comes." + one.word()));
        kind.setValue(rung.kind());
        kind.setAriaLabel(language.say("ladder.step"));
        var day = new IntegerField();
        day.setValue(rung.day());
        day.setMin(-60);
        day.setMax(365);
        day.setStepButtonsVisible(true);
        day.setAriaLabel(language.say("ladder.day"));
        day.setSuffixComponent(new Span(language.say("ladder.days")));
        var remove = new Button(language.say("ladder.remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var line = new Div(kind, day, remove);
        line.addClassName("field-row");
        var row = new Row(line, kind, day);
        remove.addClickListener(event -> {
            steps.remove(row);
            rows.remove(line);
            check();
        });
        kind.addValueChangeListener(event -> check());
        day.addValueChangeListener(event -> check());
        steps.add(row);
        rows.add(line);
        check();
    }

    /** What is wrong is said while it is written; nothing that is wrong can be saved. */
    private void check() {
        boolean areDays = steps.stream()
                .allMatch(row -> row.day().getValue() != null && !row.day().isInvalid());
        Optional<String> wrong = areDays
                ? Ladder.flaw(rungs()).map(one -> "ladder.flaw." + one.name().toLowerCase(Locale.ROOT))
                : Optional.of("ladder.flaw.day");
        flaw.setVisible(wrong.isPresent());
        flaw.setText(wrong.map(language::say).orElse(""));
        save.setEnabled(wrong.isEmpty() && !(shown != null && shown.rungs().equals(rungs())));
    }

    /** In the order of their days, however they were written. */
    private List<Rung> rungs() {
        return steps.stream()
                .filter(row -> row.day().getValue() != null)
                .map(row -> new Rung(
                        Objects.requireNonNull(row.kind().getValue()),
                        Math.clamp(row.day().getValue(), -60, 365)))
                .sorted(Comparator.comparingInt(Rung::day))
                .toList();
    }

    private int next() {
        return rungs().isEmpty() ? 0 : Math.min(365, rungs().getLast().day() + 7);
    }
}
