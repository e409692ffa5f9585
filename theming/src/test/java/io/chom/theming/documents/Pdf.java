package io.chom.theming.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What somebody finds in a file who takes it apart. */
final class Pdf {

    private Pdf() {}

    private interface Look<T> {
        T at(PDDocument document) throws IOException;
    }

    private static <T> T look(byte[] pdf, Look<T> look) {
        try (var document = Loader.loadPDF(pdf)) {
            return look.at(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(byte[] pdf) {
        return String.join("\n", pages(pdf));
    }

    /** The words of each page, in the order in which they are drawn. */
    static List<String> pages(byte[] pdf) {
        return look(
                pdf,
                document -> IntStream.rangeClosed(1, document.getNumberOfPages())
                        .mapToObj(page -> page(document, page))
                        .toList());
    }

    private static String page(PDDocument document, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How far to the right something is written, in points. */
    static double right(byte[] pdf) {
        var most = new double[1];
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                most[0] = Math.max(most[0], text.getXDirAdj() + text.getWidthDirAdj());
            }
        };
        return look(pdf, document -> {
            stripper.getText(document);
            return most[0];
        });
    }

    static List<PDFont> fonts(byte[] pdf) {
        return look(pdf, document -> {
            List<PDFont> fonts = new ArrayList<>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return fonts;
        });
    }

    /** The fonts in which each letter is written. */
    static Map<String, Set<String>> letters(byte[] pdf) {
        Map<String, Set<String>> letters = new HashMap<>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                letters.computeIfAbsent(text.getUnicode(), letter -> new TreeSet<>())
                        .add(family(text.getFont().getName()));
            }
        };
        return look(pdf, document -> {
            stripper.getText(document);
            return letters;
        });
    }

    /** The name of a font without that of its part which is in a file. */
    static String family(String name) {
        return name.replaceFirst("^[A-Z]{6}\\+", "");
    }

    /** Everything in it that could be read: the file itself, all texts, all streams unpacked. */
    static String everything(byte[] pdf) {
        return look(pdf, document -> {
            var all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key).getObject();
                all.append('\n').append(object);
                if (object instanceof COSString string) {
                    all.append('\n').append(string.getString());
                }
                if (object instanceof COSStream stream) {
                    all.append('\n')
                            .append(new String(stream.createInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return all.toString();
        });
    }
}
