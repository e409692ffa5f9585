package io.chom.tenants.billing.einvoice;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.TransformerFactoryImpl;
import org.xml.sax.SAXException;

/**
 * Judges e-invoices by what others wrote: the schema of Factur-X's profile EN 16931, the rules of CEN/TC 434 (the Schematron of
 * EN 16931 for CII, version 1.3.14), and those of Factur-X, all as Mustang ships them.
 */
final class Judge {

    private static final List<Templates> RULES = Stream.of(
                    "/xslt/en16931schematron/EN16931-CII-validation.xslt", "/xslt/ZF_250/FACTUR-X_EN16931.xslt")
            .map(Judge::rules)
            .toList();

    /** A warning of Factur-X about empty elements: the schema wants the one of the delivery, of which there is nothing to say. */
    private static final String EMPTY_DELIVERY = "PEPPOL-EN16931-R008";

    private static final Pattern FAILED =
            Pattern.compile("<svrl:failed-assert([^>]*)>\\s*<svrl:text>(.*?)</svrl:text>", Pattern.DOTALL);

    private Judge() {}

    /** What is wrong with it, each with the name of its rule; nothing where it is as it should be. */
    static List<String> flaws(byte[] xml) throws Exception {
        try {
            schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException invalid) {
            return List.of("schema: " + invalid.getMessage());
        }
        return RULES.stream().flatMap(rules -> flaws(rules, xml)).toList();
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(resource("/schema/ZF_250/EN16931/FACTUR-X_EN16931.xsd"));
    }

    private static Stream<String> flaws(Templates rules, byte[] xml) {
        try {
            var report = new StringWriter();
            var transformer = rules.newTransformer();
            transformer.setURIResolver((file, base) -> source("/xslt/ZF_250/" + file));
            transformer.transform(new StreamSource(new ByteArrayInputStream(xml)), new StreamResult(report));
            return failed(report.toString());
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Templates rules(String path) {
        try {
            return new TransformerFactoryImpl().newTemplates(source(path));
        } catch (TransformerException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static StreamSource source(String path) {
        return new StreamSource(resource(path).toString());
    }

    private static Stream<String> failed(String report) {
        if (!report.contains("fired-rule")) {
            throw new IllegalStateException("No rule was asked.");
        }
        return FAILED.matcher(report)
                .results()
                .map(one -> one.group(1) + " " + one.group(2).strip())
                .filter(flaw -> !flaw.contains(EMPTY_DELIVERY));
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Judge.class.getResource(path), path);
    }
}
