package io.chom.theming.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.chom.theming.BrandAssets;
import io.chom.theming.PrintedFont;
import io.chom.theming.drawing.Typeface;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/**
 * What a document is written in. Each has what the one before it lacks: the brand’s own font, the one of its look, and one
 * that lacks nothing.
 *
 * @param own a TrueType file, if the brand has a font of its own that can be embedded
 * @param look the one of the brand’s look
 */
record Fonts(Optional<byte[]> own, Typeface look) {

    static Fonts of(BrandAssets assets) {
        return new Fonts(
                Optional.ofNullable(assets.printed()).flatMap(PrintedFont::file),
                Typeface.of(assets.brand().look().font()));
    }

    void offer(PdfRendererBuilder builder) {
        // It is one file: what is bold is drawn with a thicker pen, as browsers do it.
        own.ifPresent(file ->
                builder.useFont(() -> new ByteArrayInputStream(file), "own", Typeface.REGULAR, FontStyle.NORMAL, true));
        offer(builder, look, "look");
        offer(builder, Typeface.FALLBACK, "fallback");
    }

    private static void offer(PdfRendererBuilder builder, Typeface face, String family) {
        for (var weight : new int[] {Typeface.REGULAR, Typeface.BOLD}) {
            builder.useFont(() -> face.open(weight), family, weight, FontStyle.NORMAL, true);
        }
    }
}
