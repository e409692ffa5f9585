package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.tenancy.website.SiteReading;
import io.chom.theming.website.Choice;
import io.chom.theming.website.ProposedBrand;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starting from a website: type its address, see how far the reading has come, choose what to take. */
final class WebsiteContent implements StatePanel.Content<Optional<SiteReading>> {

    private static final int LONGEST = 2_000;

    private final Language language;
    private final WebsiteWork work;
    private final Consumer<Choice> use;
    private final TextField address = new TextField();
    private final Div typing;
    private final Div fault = new Div();
    private final Span step = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Div waiting;
    private final Div found = new Div();
    private final Div page;
    private @Nullable SiteReading shown;

    /** @param use told what to take over */
    WebsiteContent(Language language, WebsiteWork work, Consumer<Choice> use) {
        this.language = language;
        this.work = work;
        this.use = use;
        typing = typing();
        waiting = waiting();
        fault.addClassNames("banner", "danger");
        fault.getElement().setAttribute("role", "alert");
        found.addClassName("stack");
        page = new Div(typing, fault, waiting, found);
        page.addClassNames("stack", "website");
        show(Optional.empty());
    }

    private Div typing() {
        address.setLabel(language.say("brand.website.address"));
        address.setPlaceholder("example.com");
        address.setHelperText(language.say("brand.website.hint"));
        address.setMaxLength(LONGEST);
        address.setAutofocus(true);
        address.setWidthFull();
        address.addKeyPressListener(Key.ENTER, event -> read());
        var read = new Button(language.say("brand.website.read"), event -> read());
        read.addThemeVariants(ButtonVariant.PRIMARY);
        var both = new Div(address, read);
        both.addClassName("website-typing");
        return both;
    }

    private Div waiting() {
        step.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", language.say("brand.website"));
        var cancel = new Button(language.say("brand.website.cancel"), event -> work.stop());
        var all = new Div(step, bar, cancel);
        all.addClassName("website-waiting");
        return all;
    }

    private void read() {
        String typed = address.getValue().strip();
        address.setErrorMessage(language.say("brand.website.fault.not-an-address"));
        address.setInvalid(typed.isEmpty());
        if (!typed.isEmpty()) {
            work.read(typed);
        }
    }

    @Override
    public void show(Optional<SiteReading> reading) {
        SiteReading now = reading.orElse(null);
        if (now != null && now.equals(shown)) {
            return;
        }
        shown = now;
        typing.setVisible(!(now instanceof SiteReading.Fetching || now instanceof SiteReading.Proposed));
        waiting.setVisible(now instanceof SiteReading.Fetching);
        fault.setVisible(now instanceof SiteReading.Failed);
        found.setVisible(now instanceof SiteReading.Proposed);
        found.removeAll();
        if (now != null) {
            draw(now);
        }
    }

    private void draw(SiteReading reading) {
        switch (reading) {
            case SiteReading.Fetching(var which, int done, int of) -> {
                step.setText(language.say(
                        which == SiteReading.Step.PAGE ? "brand.website.page" : "brand.website.parts", done, of));
                bar.setIndeterminate(of == 0 || which == SiteReading.Step.PAGE);
                bar.setValue(of == 0 ? 0 : Math.min(1, (double) done / of));
            }
            case SiteReading.Failed failed ->
                fault.setText(language.say("brand.website.fault." + failed.code(), failed.about()));
            case SiteReading.Proposed(var brand) -> propose(brand);
        }
    }

    private void propose(ProposedBrand brand) {
        var parts = new WebsiteProposal(language, brand);
        var take = new Button(language.say("brand.website.use"), event -> use.accept(parts.choice()));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        var other = new Button(language.say("brand.website.other"), event -> work.stop());
        var decision = new Div(take, other);
        decision.addClassNames("filters", "website-decision");
        var said = new Paragraph(language.say(brand.isEmpty() ? "brand.website.empty" : "brand.website.choose"));
        said.addClassName("muted");
        said.getElement().setAttribute("role", "status");
        found.add(said, parts, decision);
    }

    @Override
    public Component component() {
        return page;
    }
}
