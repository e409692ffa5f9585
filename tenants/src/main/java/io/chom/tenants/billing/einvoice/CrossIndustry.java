package io.chom.tenants.billing.einvoice;

import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Writes a paper as Cross Industry Invoice D16B, in the order of its schema. Numbers such as BT-131 are those of EN 16931-1.
 *
 * <p>No sum is computed here: an e-invoice that differed from the invoice by a cent would be another invoice. A line is one
 * piece at its amount, since what is charged for a part of a month is rarely the product of what stands beside it; a line that
 * gives back is minus one piece, since prices are never negative (BR-27).
 */
final class CrossIndustry {

    private static final Map<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
            "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"));

    private static final String PROFILE = "urn:cen.eu:en16931:2017";
    /** UN/ECE recommendation 20: one. */
    private static final String PIECE = "C62";
    /** UNTDID 2379: CCYYMMDD. */
    private static final String DAY = "102";

    private final Paper paper;
    private final Xml xml;

    CrossIndustry(Paper paper) {
        this.paper = paper;
        try {
            this.xml = new Xml();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The machine writes no XML.", e);
        }
    }

    byte[] write() {
        try {
            return xml.document("rsm:CrossIndustryInvoice", NAMESPACES, () -> {
                xml.element(
                        "rsm:ExchangedDocumentContext",
                        () -> xml.element(
                                "ram:GuidelineSpecifiedDocumentContextParameter", () -> xml.text("ram:ID", PROFILE)));
                xml.element("rsm:ExchangedDocument", this::document);
                xml.element("rsm:SupplyChainTradeTransaction", this::transaction);
            });
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Paper " + paper.number() + " is no XML.", e);
        }
    }

    private void document() throws XMLStreamException {
        xml.text("ram:ID", paper.number());
        xml.text("ram:TypeCode", paper.type().code());
        day("ram:IssueDateTime", "udt", paper.issuedOn());
        var note = paper.note();
        if (note != null) {
            xml.element("ram:IncludedNote", () -> xml.text("ram:Content", note));
        }
    }

    private void transaction() throws XMLStreamException {
        for (int at = 0; at < paper.lines().size(); at++) {
            int number = at + 1;
            var line = paper.lines().get(at);
            xml.element("ram:IncludedSupplyChainTradeLineItem", () -> line(number, line));
        }
        xml.element("ram:ApplicableHeaderTradeAgreement", () -> {
            xml.optional("ram:BuyerReference", paper.buyer().buyerReference());
            xml.element("ram:SellerTradeParty", () -> {
                xml.text("ram:ID", paper.series());
                party(paper.seller());
            });
            xml.element("ram:BuyerTradeParty", () -> party(paper.buyer()));
        });
        xml.element("ram:ApplicableHeaderTradeDelivery", () -> {});
        xml.element("ram:ApplicableHeaderTradeSettlement", this::settlement);
    }

    private void line(int number, Paper.Line line) throws XMLStreamException {
        xml.element("ram:AssociatedDocumentLineDocument", () -> xml.text("ram:LineID", String.valueOf(number)));
        xml.element("ram:SpecifiedTradeProduct", () -> {
            xml.text("ram:Name", line.label());
            xml.optional("ram:Description", line.formula());
        });
        xml.element(
                "ram:SpecifiedLineTradeAgreement",
                () -> xml.element(
                        "ram:NetPriceProductTradePrice", () -> xml.text("ram:ChargeAmount", price(line.amount()))));
        xml.element(
                "ram:SpecifiedLineTradeDelivery",
                () -> xml.text(
                        "ram:BilledQuantity", "unitCode", PIECE, line.amount().minor() < 0 ? "-1" : "1"));
        xml.element("ram:SpecifiedLineTradeSettlement", () -> {
            xml.element("ram:ApplicableTradeTax", () -> {
                xml.text("ram:TypeCode", "VAT");
                category();
            });
            period(line.days());
            xml.element(
                    "ram:SpecifiedTradeSettlementLineMonetarySummation",
                    () -> xml.text("ram:LineTotalAmount", amount(line.amount())));
        });
    }

    private void party(BillingDetails details) throws XMLStreamException {
        xml.text("ram:Name", details.legalName());
        xml.element("ram:PostalTradeAddress", () -> {
            xml.text("ram:PostcodeCode", details.postalCode());
            xml.text("ram:LineOne", details.street());
            xml.optional("ram:LineTwo", details.secondLine());
            xml.text("ram:CityName", details.city());
            xml.text("ram:CountryID", details.country());
        });
        if (!details.email().isEmpty()) {
            xml.element(
                    "ram:URIUniversalCommunication", () -> xml.text("ram:URIID", "schemeID", "EM", details.email()));
        }
        registration("FC", details.taxNumber());
        // Outside of the scope of the tax, nobody's number for it stands on an invoice (BR-O-02).
        registration("VA", paper.rule().category() == Category.OUTSIDE ? "" : details.vatId());
    }

    private void registration(String scheme, String number) throws XMLStreamException {
        if (!number.isEmpty()) {
            xml.element("ram:SpecifiedTaxRegistration", () -> xml.text("ram:ID", "schemeID", scheme, number));
        }
    }

    private void settlement() throws XMLStreamException {
        xml.text("ram:InvoiceCurrencyCode", paper.net().currency().getCurrencyCode());
        xml.element("ram:ApplicableTradeTax", this::tax);
        period(paper.period());
        xml.element("ram:SpecifiedTradePaymentTerms", this::terms);
        xml.element("ram:SpecifiedTradeSettlementHeaderMonetarySummation", this::sums);
        var corrects = paper.corrects();
        if (corrects != null) {
            xml.element("ram:InvoiceReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", corrects.number());
                day("ram:FormattedIssueDateTime", "qdt", corrects.issuedOn());
            });
        }
    }

    /** There are some wherever an amount is due (BR-CO-25), also where it goes the other way. */
    private void terms() throws XMLStreamException {
        var due = paper.dueOn();
        if (due == null) {
            xml.text("ram:Description", paper.type() == Paper.Type.CREDIT_NOTE ? "Credited" : "Nothing to pay");
        } else {
            day("ram:DueDateDateTime", "udt", due);
        }
    }

    private void tax() throws XMLStreamException {
        xml.text("ram:CalculatedAmount", amount(paper.tax()));
        xml.text("ram:TypeCode", "VAT");
        xml.optional("ram:ExemptionReason", reason());
        xml.text("ram:BasisAmount", amount(paper.net()));
        xml.text("ram:CategoryCode", paper.rule().category().code());
        xml.optional("ram:ExemptionReasonCode", reasonCode());
        rate();
    }

    private void category() throws XMLStreamException {
        xml.text("ram:CategoryCode", paper.rule().category().code());
        rate();
    }

    /** What lies outside has no rate, not even 0 (BR-O-05). */
    private void rate() throws XMLStreamException {
        if (paper.rule().category() != Category.OUTSIDE) {
            xml.text("ram:RateApplicablePercent", paper.rule().rate().toPlainString());
        }
    }

    private void sums() throws XMLStreamException {
        xml.text("ram:LineTotalAmount", amount(paper.net()));
        xml.text("ram:TaxBasisTotalAmount", amount(paper.net()));
        xml.text("ram:TaxTotalAmount", "currencyID", paper.net().currency().getCurrencyCode(), amount(paper.tax()));
        xml.text("ram:GrandTotalAmount", amount(paper.total()));
        xml.text("ram:DuePayableAmount", amount(paper.total()));
    }

    private String reason() {
        return switch (paper.rule().category()) {
            case STANDARD -> "";
            case REVERSE_CHARGE -> "Reverse charge";
            case EXEMPT ->
                paper.rule().reason().isEmpty()
                        ? "The seller is not registered for tax"
                        : paper.rule().reason();
            case OUTSIDE -> "Not subject to VAT";
        };
    }

    /** The list of VATEX codes of the Connecting Europe Facility; it has none for who is not registered. */
    private String reasonCode() {
        return switch (paper.rule().category()) {
            case STANDARD, EXEMPT -> "";
            case REVERSE_CHARGE -> "VATEX-EU-AE";
            case OUTSIDE -> "VATEX-EU-O";
        };
    }

    private void period(Period days) throws XMLStreamException {
        xml.element("ram:BillingSpecifiedPeriod", () -> {
            day("ram:StartDateTime", "udt", days.from());
            day("ram:EndDateTime", "udt", days.until().minusDays(1));
        });
    }

    private void day(String name, String type, LocalDate day) throws XMLStreamException {
        xml.element(
                name,
                () -> xml.text(type + ":DateTimeString", "format", DAY, day.format(DateTimeFormatter.BASIC_ISO_DATE)));
    }

    private static String price(Money amount) {
        return amount.major().abs().toPlainString();
    }

    private static String amount(Money amount) {
        return amount.major().toPlainString();
    }
}
