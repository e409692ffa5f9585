package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.FileLink;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.documents.BrandedDocuments;
import io.chom.theming.documents.BrandedDocuments.Written;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** Links to documents in the brand at hand, with figures that are made up. */
final class SampleDocuments extends Composite<Div> {

    private static final BrandedDocuments DOCUMENTS = new BrandedDocuments();

    private final transient Language language;

    /** Asked by requests that do not hold the screen's lock. */
    private final transient AtomicReference<Brand> worn = new AtomicReference<>();

    SampleDocuments(Language language) {
        this.language = language;
        getContent()
                .add(
                        link(
                                language.say("brand.sample.invoice"),
                                (assets, samples) ->
                                        DOCUMENTS.write(assets, samples.invoice(assets.brand()), samples.edition())),
                        link(
                                language.say("brand.sample.statement"),
                                (assets, samples) ->
                                        DOCUMENTS.write(assets, samples.statement(assets.brand()), samples.edition())));
        getContent().addClassName("filters");
        setVisible(false);
    }

    private FileLink link(String words, BiFunction<BrandAssets, SampleFigures, Written> write) {
        return new FileLink(words, () -> {
            var brand = worn.get();
            var samples = new SampleFigures(language.in(brand.wording()));
            Written written = write.apply(BrandAssets.of(brand), samples);
            return new FileLink.File(written.file(), "application/pdf", written.pdf());
        });
    }

    /** From now on documents wear this one. */
    void show(Brand brand) {
        worn.set(brand);
        setVisible(true);
    }
}
