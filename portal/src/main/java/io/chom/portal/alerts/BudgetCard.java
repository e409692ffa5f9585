package io.chom.portal.alerts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Refusal;
import io.chom.tenants.billing.alert.Budget;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** The budget, and for those who may the field in which it is set. */
final class BudgetCard extends Composite<Div> {

    private static final int LONGEST = 30;

    private final transient AlertWords words;
    private final transient Language language;
    private final Paragraph state = new Paragraph();
    private final TextField amount = new TextField();
    private final Div form = new Div();
    private final Button save;
    private final Button remove;
    private final Refusal refusal;
    private transient Optional<Budget> shown = Optional.empty();

    /**
     * One that everybody may only read.
     *
     * @param set given what was typed, or nothing where that is no number
     */
    BudgetCard(AlertWords words, Consumer<Optional<BigDecimal>> set, Runnable remove) {
        this.words = words;
        this.language = words.language();
        amount.setHelperText(language.say("alerts.budget.help", words.ofBudgets()));
        amount.setMaxLength(LONGEST);
        amount.getElement().setAttribute("inputmode", "decimal");
        save = new Button(
                language.say("alerts.budget.save"),
                event -> set.accept(language.formats().typed(amount.getValue())));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        this.remove = new Button(language.say("alerts.budget.remove"), event -> remove.run());
        this.remove.setDisableOnClick(true);
        refusal = new Refusal(language);
        var actions = new Div(save, this.remove);
        actions.addClassName("filters");
        form.add(amount, actions);
        form.addClassName("stack");
        form.setVisible(false);
        var head = new Div(new H2(language.say("alerts.budget")));
        head.addClassName("section-head");
        var body = new Div(head, state, refusal, form);
        body.addClassName("stack");
        getContent().addClassName("card");
        getContent().add(body);
    }

    /** Whether the budget can be set here. */
    void allow(boolean isKeeper) {
        form.setVisible(isKeeper);
    }

    /** What is typed stays where it was refused, and where nothing has changed. */
    void show(AlertsWork.Page page) {
        state.setText(page.budget()
                .map(budget ->
                        language.say("alerts.budget.is", language.formats().money(budget.amount()), words.ofBudgets()))
                .orElseGet(() -> language.say("alerts.budget.none")));
        amount.setLabel(language.say("alerts.budget.amount", page.currency().getCurrencyCode()));
        if (!page.budget().equals(shown)) {
            amount.setValue(page.budget().map(this::typed).orElse(""));
            shown = page.budget();
        }
        refusal.show(page.refusal());
        save.setEnabled(true);
        remove.setEnabled(true);
        remove.setVisible(page.budget().isPresent());
    }

    private String typed(Budget budget) {
        var major = budget.amount().major();
        return language.formats().number(major, Math.max(0, major.scale()));
    }
}
