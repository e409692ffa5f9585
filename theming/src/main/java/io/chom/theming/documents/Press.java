package io.chom.theming.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.chom.theming.pages.Template;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Prints a page of HTML as a PDF that says of itself only whose it is and when it was made. */
final class Press {

    /** What stands for a letter that no font has. */
    private static final String MISSING = "\ufffd";

    private final Template metadata = Template.beside(Press.class, "metadata");
    private final byte[] colors = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** What a file says of itself. */
    private record About(String title, String house, String language, Instant made) {}

    byte[] print(String html, Sheet sheet, Fonts fonts, Instant made) {
        var about = new About(sheet.title(), sheet.house(), sheet.language(), made.truncatedTo(ChronoUnit.SECONDS));
        XRLog.setLoggingEnabled(false);
        try (var renderer = builder(html, fonts).buildPdfRenderer()) {
            renderer.layout();
            try (var document = renderer.createPDFKeepOpen()) {
                sign(document, about);
                document.setDocumentId(about.made().toEpochMilli());
                var bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PdfRendererBuilder builder(String html, Fonts fonts) {
        var builder = new PdfRendererBuilder();
        fonts.offer(builder);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colors);
        builder.useReplacementText(MISSING);
        // The page has its logo in itself; there is nothing else that it could need.
        builder.useUriResolver((base, address) -> address.startsWith("data:image/png;base64,") ? address : null);
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), when);
        }
        builder.withHtmlContent(html, null);
        return builder;
    }

    private void sign(PDDocument document, About about) throws IOException {
        var date = GregorianCalendar.from(about.made().atZone(ZoneOffset.UTC));
        var information = new PDDocumentInformation();
        information.setTitle(about.title());
        information.setAuthor(about.house());
        information.setCreator(about.house());
        information.setProducer(about.house());
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.setDocumentInformation(information);
        var packet = new PDMetadata(document);
        packet.importXMPMetadata(metadata.render(about).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(packet);
    }
}
