package io.chom.portal.reseller;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.parts.Status;
import io.chom.tenants.billing.payment.AccountService.Standing;
import java.util.Locale;

/** Whether customers can pay by card, and what the reseller does so that they can. */
final class TakingsContent implements StatePanel.Content<TakingsWork.Page> {

    private final Language language;
    private final TakingsWork work;
    private final Span state = new Span();
    private final Paragraph meaning = new Paragraph();
    private final Refusal refusal;
    private final Button connect;
    private final Div page;

    TakingsContent(Language language, TakingsWork work) {
        this.language = language;
        this.work = work;
        refusal = new Refusal(language);
        connect = new Button(language.say("takings.connect"), event -> work.connect());
        connect.setDisableOnClick(true);
        var parts = new Div(refusal, new Div(state), meaning, new Div(connect));
        parts.addClassName("stack");
        page = new Div(new H2(language.say("takings.account")), parts);
        page.addClassName("card");
    }

    @Override
    public void show(TakingsWork.Page found) {
        var key = "takings." + found.standing().name().toLowerCase(Locale.ROOT);
        state.setText(language.say(key));
        state.setClassName("status " + status(found.standing()).style());
        meaning.setText(language.say(key + ".what"));
        connect.setVisible(found.standing() == Standing.NONE || found.standing() == Standing.BEGUN);
        connect.setEnabled(true);
        refusal.show(found.refusal());
        work.next().ifPresent(next -> UI.getCurrent().getPage().setLocation(next));
    }

    private static Status status(Standing standing) {
        return switch (standing) {
            case OFF, NONE -> Status.WAITING;
            case BEGUN -> Status.WARNING;
            case READY -> Status.SUCCESS;
        };
    }

    @Override
    public Component component() {
        return page;
    }
}
