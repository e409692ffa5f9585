package io.chom.tenants.billing.einvoice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements one after the other, with what XML 1.0 can hold of their texts. */
final class Xml {

    /** What is written within an element. */
    @FunctionalInterface
    interface Content {
        void write() throws XMLStreamException;
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    Xml() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** The whole document. */
    byte[] document(String root, Map<String, String> namespaces, Content content) throws XMLStreamException {
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        writer.writeStartElement(root);
        for (var one : namespaces.entrySet()) {
            writer.writeAttribute("xmlns:" + one.getKey(), one.getValue());
        }
        content.write();
        writer.writeEndElement();
        writer.writeEndDocument();
        writer.flush();
        return bytes.toByteArray();
    }

    void element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write();
        writer.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        element(name, () -> writer.writeCharacters(plain(text)));
    }

    void text(String name, String attribute, String value, String text) throws XMLStreamException {
        element(name, () -> {
            writer.writeAttribute(attribute, value);
            writer.writeCharacters(plain(text));
        });
    }

    /** Nothing where there is no text: the standard has no empty elements. */
    void optional(String name, String text) throws XMLStreamException {
        if (!plain(text).isBlank()) {
            text(name, text);
        }
    }

    private static String plain(String text) {
        return text.codePoints()
                .filter(Xml::isHeld)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Char of XML 1.0, section 2.2. */
    private static boolean isHeld(int point) {
        return point == '\t'
                || point == '\n'
                || point >= ' ' && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point < 0xFFFE
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
