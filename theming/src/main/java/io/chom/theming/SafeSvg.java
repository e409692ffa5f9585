package io.chom.theming;

import io.chom.theming.Unfit.Reason;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets a drawing pass and refuses a program. Elements and attributes are allowed by name; what is not listed (scripts,
 * foreign objects, animation, styles, links, filters that load) is refused rather than removed, so that the stored
 * picture is the one that was looked at.
 */
final class SafeSvg {
    static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask");
    static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "viewBox",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "d",
            "points",
            "fill",
            "fill-rule",
            "fill-opacity",
            "clip-rule",
            "clip-path",
            "mask",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-opacity",
            "opacity",
            "transform",
            "gradientUnits",
            "gradientTransform",
            "offset",
            "stop-color",
            "stop-opacity",
            "fx",
            "fy",
            "font-family",
            "font-size",
            "font-weight",
            "letter-spacing",
            "text-anchor",
            "role",
            "aria-label",
            "preserveAspectRatio",
            "version");
    static final int MOST_ELEMENTS = 2_000;

    private SafeSvg() {}

    /** @throws IllegalArgumentException saying what is not allowed */
    static void require(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > Logo.MOST_BYTES) {
            throw new Unfit(Reason.TOO_HEAVY, "An SVG logo has at most 256 kB", 256);
        }
        try {
            requireDrawing(factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException malformed) {
            throw new Unfit(Reason.NOT_SVG, "This is not a well-formed SVG picture");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void requireDrawing(XMLStreamReader xml) throws XMLStreamException {
        var elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> requireElement(xml, ++elements);
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.PROCESSING_INSTRUCTION,
                        XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(Reason.INSTRUCTION, "a document type or instruction");
                default -> {}
            }
        }
    }

    private static void requireElement(XMLStreamReader xml, int count) {
        var name = xml.getLocalName();
        var isRoot = name.equals("svg");
        if (isRoot != (count == 1) || !"http://www.w3.org/2000/svg".equals(xml.getNamespaceURI())) {
            throw refused(Reason.FRAME, "anything but one svg element around the drawing");
        }
        if (!ELEMENTS.contains(name) || count > MOST_ELEMENTS) {
            throw refused(Reason.PART, "the element " + name, name);
        }
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            requireAttribute(xml, index);
        }
    }

    private static void requireAttribute(XMLStreamReader xml, int index) {
        var name = xml.getAttributeLocalName(index);
        if (xml.getAttributeNamespace(index) != null
                && !xml.getAttributeNamespace(index).isEmpty()) {
            throw refused(Reason.PART, "the attribute " + name + " of another namespace", name);
        }
        if (!ATTRIBUTES.contains(name)) {
            throw refused(Reason.PART, "the attribute " + name, name);
        }
        requireValue(xml.getAttributeValue(index).toLowerCase(Locale.ROOT));
    }

    /** A reference may point inside the same drawing only; a backslash could hide one from this check. */
    private static void requireValue(String value) {
        var outside = value.replaceAll("url\\(\\s*#[a-z0-9_-]+\\s*\\)", "");
        if (outside.contains("url(") || outside.contains("\\") || outside.contains("javascript:")) {
            throw refused(Reason.REFERENCE, "a reference to something outside the picture");
        }
    }

    private static Unfit refused(Reason reason, String what, Object... places) {
        return new Unfit(reason, "An SVG logo must not contain " + what, places);
    }
}
