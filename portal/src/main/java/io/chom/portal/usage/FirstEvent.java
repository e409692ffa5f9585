package io.chom.portal.usage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageOverview;
import java.time.temporal.ChronoUnit;

/** Shown until something was used: how the first event is sent. */
final class FirstEvent extends Composite<Div> {

    private static final String COMMAND = """
            curl %s/api/v1/usage/events \\
              -H "Authorization: Bearer YOUR_KEY" \\
              -H "Content-Type: application/json" \\
              -d '[{"id":"first-event","meter":"%s","quantity":1,"time":"%s"}]'""";

    private final transient SignedIn signedIn;
    private final Pre command = new Pre();

    FirstEvent(SignedIn signedIn, Language language) {
        this.signedIn = signedIn;
        command.addClassName("command");
        command.getElement().setAttribute("tabindex", "0");
        command.getElement().setAttribute("role", "region");
        command.getElement().setAttribute("aria-label", language.say("usage.empty.label"));
        getContent().addClassName("card");
        getContent()
                .add(new Placard(Icon.CHART, language.say("usage.empty"), language.say("usage.empty.why"), command));
    }

    void show(UsageOverview overview) {
        // A plan that is paused counts nothing.
        boolean isEmpty = !overview.meters().isEmpty()
                && overview.meters().stream().allMatch(meter -> meter.used().signum() == 0);
        setVisible(isEmpty);
        overview.meters().stream()
                .findFirst()
                .map(MeterUsage::meter)
                .ifPresent(meter -> command.setText(COMMAND.formatted(
                        signedIn.apiAddress(), meter.id(), overview.asOf().truncatedTo(ChronoUnit.SECONDS))));
    }
}
