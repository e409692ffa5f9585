package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.tenancy.BrandStudio;
import io.chom.tenants.tenancy.PreviewKey;
import io.chom.theming.Brand;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The page once there is a brand: its fields, the preview beside them, the decision below, then the link for colleagues and the history. */
final class BrandContent implements StatePanel.Content<BrandPage> {

    private final Language language;
    private final BrandForm form;
    private final BrandPreview preview;
    private final BrandSharing sharing;
    private final BrandHistory history;
    private final Span said = new Span();
    private final Refusal refusal;
    private final Button discard;
    private final Button publish;
    private final Div page;

    /** @param address where a key shows the draft */
    BrandContent(Language language, BrandWork work, Function<PreviewKey, String> address) {
        this.language = language;
        preview = new BrandPreview(language);
        form = new BrandForm(language, brand -> {
            preview.show(brand);
            work.keep(brand);
        });
        sharing = new BrandSharing(language, address, work::share, work::withdraw);
        history = new BrandHistory(language, work::restore);
        discard = new Button(language.say("brand.discard"), event -> work.discard());
        publish = new Button(language.say("brand.publish"), event -> work.publish());
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.setDisableOnClick(true);
        discard.setDisableOnClick(true);
        said.addClassNames("grow", "muted");
        said.getElement().setAttribute("role", "status");
        refusal = new Refusal(language);
        var bar = new Div(said, discard, publish);
        bar.addClassName("save-bar");
        var columns = new Div(form, preview);
        columns.addClassName("brand-columns");
        page = new Div(refusal, columns, bar, sharing, history);
        page.addClassName("stack");
    }

    @Override
    public void show(BrandPage brand) {
        refusal.show(brand.refusal());
        sharing.show(brand.preview());
        history.show(brand.history());
        if (!brand.isBehind()) {
            form.show(brand.draft().brand());
            preview.show(brand.draft().brand());
            boolean isChanged = brand.draft().isChanged();
            said.setText(language.say(isChanged ? "brand.draft" : "brand.published"));
            discard.setEnabled(isChanged);
            publish.setEnabled(
                    isChanged && BrandStudio.clashes(brand.draft().brand()).isEmpty());
        }
    }

    /** Changes the brand that is worked on. */
    void change(UnaryOperator<Brand> change) {
        form.change(change);
    }

    @Override
    public Component component() {
        return page;
    }
}
