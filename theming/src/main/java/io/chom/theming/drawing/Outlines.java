package io.chom.theming.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Turns the words of a drawing into shapes, so that it looks the same on a machine with other fonts, or with none. */
final class Outlines {

    private static final Set<String> OF_WORDS =
            Set.of("x", "y", "font-family", "font-size", "font-weight", "text-anchor", "letter-spacing", "id");

    private final List<TrueTypeFont> fonts;

    private Outlines(List<TrueTypeFont> fonts) {
        this.fonts = fonts;
    }

    /** The same drawing without words; the drawing itself if it has none. */
    static String of(String svg, Typeface face) {
        if (!svg.contains("<text")) {
            return svg;
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var drawing = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            var words = drawing.getElementsByTagNameNS("*", "text");
            while (words.getLength() > 0) {
                replace((Element) words.item(0), face);
            }
            var written = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(drawing), new StreamResult(written));
            return written.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | ParserConfigurationException | TransformerException noDrawing) {
            throw new IllegalStateException(noDrawing);
        }
    }

    private static void replace(Element words, Typeface face) throws IOException {
        var weight = inherited(words, "font-weight", "400").matches("bold|[6-9]00") ? Typeface.BOLD : Typeface.REGULAR;
        try (var own = font(face, weight);
                var other = font(Typeface.FALLBACK, weight)) {
            var shape = words.getOwnerDocument().createElementNS(words.getNamespaceURI(), "path");
            var attributes = words.getAttributes();
            for (var index = 0; index < attributes.getLength(); index++) {
                var attribute = attributes.item(index);
                if (!OF_WORDS.contains(attribute.getNodeName())) {
                    shape.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
                }
            }
            shape.setAttribute("d", new Outlines(List.of(own, other)).path(words));
            words.getParentNode().replaceChild(shape, words);
        }
    }

    private static TrueTypeFont font(Typeface face, int weight) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face.bytes(weight)));
    }

    private String path(Element words) throws IOException {
        var size = length(inherited(words, "font-size", "16"));
        var glyphs = glyphs(words.getTextContent().strip());
        var width = glyphs.stream().mapToDouble(Glyph::advance).sum() * size;
        var x = length(words.getAttribute("x"))
                - switch (inherited(words, "text-anchor", "start")) {
                    case "middle" -> width / 2;
                    case "end" -> width;
                    default -> 0;
                };
        var y = length(words.getAttribute("y"));
        var path = new StringBuilder();
        for (var glyph : glyphs) {
            var place = new AffineTransform(size, 0, 0, -size, x, y);
            append(path, glyph.shape(place));
            x += glyph.advance() * size;
        }
        return path.toString();
    }

    private List<Glyph> glyphs(String text) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        for (var character : text.codePoints().toArray()) {
            glyphs.add(glyph(character));
        }
        return glyphs;
    }

    /** A letter and its font, if one has it. */
    private Glyph glyph(int character) throws IOException {
        for (var font : fonts) {
            var number = font.getUnicodeCmapLookup().getGlyphId(character);
            if (number != 0) {
                return new Glyph(font, number);
            }
        }
        return new Glyph(fonts.getLast(), 0);
    }

    private record Glyph(TrueTypeFont font, int number) {

        /** Of a font of size 1. */
        double advance() {
            try {
                return (double) font.getAdvanceWidth(number) / font.getUnitsPerEm();
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }

        PathIterator shape(AffineTransform place) throws IOException {
            var outline = font.getGlyph().getGlyph(number);
            place.scale(1.0 / font.getUnitsPerEm(), 1.0 / font.getUnitsPerEm());
            return outline == null
                    ? new java.awt.geom.GeneralPath().getPathIterator(null)
                    : outline.getPath().getPathIterator(place);
        }
    }

    private static void append(StringBuilder path, PathIterator shape) {
        var points = new double[6];
        for (; !shape.isDone(); shape.next()) {
            var kind = shape.currentSegment(points);
            path.append("MLQCZ".charAt(kind));
            var numbers = List.of(2, 2, 4, 6, 0).get(kind);
            for (var index = 0; index < numbers; index++) {
                path.append(String.format(Locale.ROOT, "%.3f ", points[index]));
            }
        }
    }

    private static String inherited(Element element, String attribute, String otherwise) {
        for (var node = element; ; node = (Element) node.getParentNode()) {
            if (node.hasAttribute(attribute)) {
                return node.getAttribute(attribute).strip();
            }
            if (!(node.getParentNode() instanceof Element)) {
                return otherwise;
            }
        }
    }

    /** The number at the start of a text such as {@code 18px}. */
    private static double length(String text) {
        var number = text.strip().replaceFirst("^(-?[0-9]*\\.?[0-9]+).*$", "$1");
        return number.isEmpty() || !number.matches("-?[0-9.]+") ? 0 : Double.parseDouble(number);
    }
}
