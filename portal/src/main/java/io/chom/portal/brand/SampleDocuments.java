package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Documents;
import io.chom.portal.parts.FileLink;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** Links to documents in the brand at hand, with figures that are made up. */
final class SampleDocuments extends Composite<Div> {

    private final transient Language language;

    /** Asked by requests that do not hold the screen's lock. */
    private final transient AtomicReference<BrandAssets> worn = new AtomicReference<>();

    SampleDocuments(Language language) {
        this.language = language;
        getContent()
                .add(
                        link(
                                language.say("brand.sample.invoice"),
                                (worn, samples) ->
                                        Documents.of(worn, samples.invoice(worn.brand()), samples.edition())),
                        link(
                                language.say("brand.sample.statement"),
                                (worn, samples) ->
                                        Documents.of(worn, samples.statement(worn.brand()), samples.edition())));
        getContent().addClassName("filters");
        setVisible(false);
    }

    private FileLink link(String words, BiFunction<BrandAssets, SampleFigures, FileLink.File> write) {
        return new FileLink(words, () -> {
            var assets = worn.get();
            return write.apply(
                    assets, new SampleFigures(language.in(assets.brand().wording())));
        });
    }

    /** From now on documents wear this one. */
    void show(Brand brand) {
        worn.set(BrandAssets.of(brand));
        setVisible(true);
    }
}
