package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Files that a view offers: of a PDF its words, what it says of itself, its colours; of any other what is in it. */
final class DocumentWalk {

    /** Where the application keeps what its links save. */
    private static final Pattern LINK = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\\\s]+");

    private static final Pattern PAINT =
            Pattern.compile("(?<![0-9.])([01]?\\.?[0-9]*) ([01]?\\.?[0-9]*) ([01]?\\.?[0-9]*) (?:rg|RG)\\b");
    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Findings findings;

    DocumentWalk(Findings findings) {
        this.findings = findings;
    }

    /** The addresses of files in what a view has answered. */
    static Set<String> links(String answer) {
        return LINK.matcher(answer).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    /**
     * Opens a file and looks at it.
     *
     * @param place how it is named in the report
     * @param headers with which it is asked for
     */
    void walk(String place, URI at, String... headers) {
        try {
            look(place, Http.file(at, headers));
        } catch (IOException unreachable) {
            findings.missed(place, unreachable.toString());
        }
    }

    private void look(String place, byte[] bytes) throws IOException {
        if (!isPdf(bytes)) {
            findings.look(place, "document", new String(bytes, StandardCharsets.UTF_8));
            return;
        }
        try (var document = Loader.loadPDF(bytes)) {
            findings.look(place, "document", new PDFTextStripper().getText(document));
            findings.look(place, "metadata", said(document));
            findings.look(place, "colours", colors(document));
        }
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > MARK.length
                && new String(bytes, 0, MARK.length, StandardCharsets.US_ASCII)
                        .equals(new String(MARK, StandardCharsets.US_ASCII));
    }

    /** Every text and name, such as of fonts, links, authors and attached files, and the packet of metadata. */
    private static String said(PDDocument document) throws IOException {
        var said = new StringBuilder();
        collect(document.getDocument().getTrailer(), said);
        for (var key : document.getDocument().getXrefTable().keySet()) {
            collect(document.getDocument().getObjectFromPool(key).getObject(), said);
        }
        var packet = document.getDocumentCatalog().getMetadata();
        return packet == null ? said.toString() : said + new String(packet.toByteArray(), StandardCharsets.UTF_8);
    }

    /** What is referred to elsewhere is an object of its own, which is looked at by itself. */
    private static void collect(COSBase object, StringBuilder said) throws IOException {
        switch (object) {
            case COSString text -> said.append(text.getString()).append('\n');
            case COSName name -> said.append(name.getName()).append('\n');
            case COSArray array -> {
                for (COSBase item : array) {
                    collect(item, said);
                }
            }
            case COSDictionary entries -> {
                for (var entry : entries.entrySet()) {
                    said.append(entry.getKey().getName()).append('\n');
                    collect(entry.getValue(), said);
                }
                if (entries instanceof COSStream stream
                        && COSName.EMBEDDED_FILE.equals(entries.getCOSName(COSName.TYPE))) {
                    said.append(new String(stream.createInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            case null, default -> {}
        }
    }

    /** What is painted with, as style sheets write it. */
    private static String colors(PDDocument document) throws IOException {
        var colors = new StringBuilder();
        for (var page : document.getPages()) {
            var content = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            PAINT.matcher(content)
                    .results()
                    .forEach(paint -> colors.append('#')
                            .append(channel(paint.group(1)))
                            .append(channel(paint.group(2)))
                            .append(channel(paint.group(3)))
                            .append('\n'));
        }
        return colors.toString();
    }

    private static String channel(String share) {
        return share.isEmpty() || share.equals(".")
                ? "00"
                : "%02x".formatted(Math.round(255 * Float.parseFloat(share)));
    }
}
