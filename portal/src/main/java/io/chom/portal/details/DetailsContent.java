package io.chom.portal.details;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.details.Flaw;
import io.chom.tenants.billing.details.Flaws;
import io.chom.tenants.billing.details.Profile;
import io.chom.tenants.billing.details.Treatment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The form, with what is wrong beside each field before anything is sent. */
final class DetailsContent implements StatePanel.Content<DetailsWork.Page> {

    private final Consumer<Profile> change;
    private final boolean isSeller;
    private final Refusal refusal;
    private final Paragraph state = new Paragraph();
    private final Language language;
    private final AddressFields address;
    private final TaxFields tax;
    private final Div page;
    private @Nullable Profile shown;

    /**
     * Of an organisation.
     *
     * @param change tells it anew
     * @param isSeller whether it has customers whom it bills
     */
    DetailsContent(Language language, Consumer<Profile> change, boolean isSeller) {
        this.language = language;
        this.change = change;
        this.isSeller = isSeller;
        refusal = new Refusal(language);
        address = new AddressFields(language, isSeller);
        tax = new TaxFields(language);
        state.addClassNames("banner", "info");
        state.getElement().setAttribute("role", "status");
        var save = new Button(language.say("details.save"), event -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var who = new Div(new H2(language.say("details.who")), address);
        who.addClassName("card");
        var charges = new Div(new H2(language.say("details.tax")), tax);
        charges.addClassName("card");
        page = new Div(refusal, state, who);
        if (isSeller) {
            page.add(charges);
        }
        page.add(new Div(save));
        page.addClassName("stack");
    }

    /** What somebody is writing stays until something else is kept. */
    @Override
    public void show(DetailsWork.Page found) {
        refusal.show(found.refusal());
        boolean isNone = found.profile().equals(Profile.NONE);
        state.setVisible(isNone || found.isSaved());
        state.setText(language.say(
                found.isSaved() ? "details.saved" : isSeller ? "details.none.seller" : "details.none.buyer"));
        if (!found.profile().equals(shown)) {
            shown = found.profile();
            address.show(shown.details());
            tax.show(shown.treatment());
        }
    }

    private void save() {
        var wanted = new Profile(address.written(), isSeller ? tax.written() : Treatment.NONE);
        List<Flaw> flaws = Flaws.of(wanted);
        address.say(flaws);
        tax.say(flaws);
        if (flaws.isEmpty()) {
            change.accept(wanted);
        }
    }

    @Override
    public Component component() {
        return page;
    }
}
