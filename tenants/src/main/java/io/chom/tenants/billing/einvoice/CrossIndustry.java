package io.chom.tenants.billing.einvoice;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.TaxRule.Category;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentContextParameterType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.NoteType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeTransactionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TaxRegistrationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAddressType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePaymentTermsType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.UniversalCommunicationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;

/**
 * Writes a paper as Cross Industry Invoice D16B. Numbers such as BT-131 are those of EN 16931-1.
 *
 * <p>No sum is computed here: an e-invoice that differed from the invoice by a cent would be another invoice.
 */
final class CrossIndustry {

    private static final String PROFILE = "urn:cen.eu:en16931:2017";

    private final Paper paper;
    private final InvoiceTax taxes;

    CrossIndustry(Paper paper) {
        this.paper = paper;
        this.taxes = new InvoiceTax(paper.rule());
    }

    /** @throws IllegalStateException if it is not by the schema */
    byte[] write() {
        var invoice = new CrossIndustryInvoiceType();
        invoice.setExchangedDocumentContext(context());
        invoice.setExchangedDocument(document());
        invoice.setSupplyChainTradeTransaction(transaction());
        var bytes = new ByteArrayOutputStream();
        if (new CIID16BCrossIndustryInvoiceTypeMarshaller()
                .write(invoice, bytes)
                .isFailure()) {
            throw new IllegalStateException("Paper " + paper.number() + " is no e-invoice by the schema.");
        }
        return bytes.toByteArray();
    }

    private static ExchangedDocumentContextType context() {
        var profile = new DocumentContextParameterType();
        profile.setID(PROFILE);
        var context = new ExchangedDocumentContextType();
        context.addGuidelineSpecifiedDocumentContextParameter(profile);
        return context;
    }

    private ExchangedDocumentType document() {
        var document = new ExchangedDocumentType();
        document.setID(paper.number());
        document.setTypeCode(paper.type().code());
        document.setIssueDateTime(Cii.day(paper.issuedOn()));
        var note = paper.note();
        if (note != null) {
            var written = new NoteType();
            written.addContent(Cii.text(note));
            document.addIncludedNote(written);
        }
        return document;
    }

    private SupplyChainTradeTransactionType transaction() {
        var transaction = new SupplyChainTradeTransactionType();
        for (int at = 0; at < paper.lines().size(); at++) {
            transaction.addIncludedSupplyChainTradeLineItem(
                    InvoiceLines.line(at + 1, paper.lines().get(at), taxes));
        }
        transaction.setApplicableHeaderTradeAgreement(agreement());
        transaction.setApplicableHeaderTradeDelivery(new HeaderTradeDeliveryType());
        transaction.setApplicableHeaderTradeSettlement(settlement());
        return transaction;
    }

    private HeaderTradeAgreementType agreement() {
        var agreement = new HeaderTradeAgreementType();
        given(paper.buyer().buyerReference()).ifPresent(agreement::setBuyerReference);
        var seller = party(paper.seller());
        seller.addID(new IDType(paper.series()));
        agreement.setSellerTradeParty(seller);
        agreement.setBuyerTradeParty(party(paper.buyer()));
        return agreement;
    }

    private TradePartyType party(BillingDetails details) {
        var party = new TradePartyType();
        party.setName(Cii.text(details.legalName()));
        party.setPostalTradeAddress(address(details));
        given(details.email()).ifPresent(email -> {
            var way = new UniversalCommunicationType();
            way.setURIID(Cii.id("EM", email));
            party.addURIUniversalCommunication(way);
        });
        given(details.taxNumber()).ifPresent(number -> party.addSpecifiedTaxRegistration(registration("FC", number)));
        // Outside of the scope of the tax, nobody's number for it stands on an invoice (BR-O-02).
        given(details.vatId())
                .filter(number -> paper.rule().category() != Category.OUTSIDE)
                .ifPresent(number -> party.addSpecifiedTaxRegistration(registration("VA", number)));
        return party;
    }

    private static TradeAddressType address(BillingDetails details) {
        var address = new TradeAddressType();
        address.setPostcodeCode(Cii.plain(details.postalCode()));
        address.setLineOne(Cii.text(details.street()));
        given(details.secondLine()).ifPresent(address::setLineTwo);
        address.setCityName(Cii.text(details.city()));
        address.setCountryID(details.country());
        return address;
    }

    private static TaxRegistrationType registration(String scheme, String number) {
        var registration = new TaxRegistrationType();
        registration.setID(Cii.id(scheme, number));
        return registration;
    }

    private HeaderTradeSettlementType settlement() {
        var settlement = new HeaderTradeSettlementType();
        settlement.setInvoiceCurrencyCode(paper.net().currency().getCurrencyCode());
        settlement.addApplicableTradeTax(tax());
        settlement.setBillingSpecifiedPeriod(Cii.period(paper.period()));
        settlement.addSpecifiedTradePaymentTerms(terms());
        settlement.setSpecifiedTradeSettlementHeaderMonetarySummation(sums());
        var corrects = paper.corrects();
        if (corrects != null) {
            var reference = new ReferencedDocumentType();
            reference.setIssuerAssignedID(corrects.number());
            reference.setFormattedIssueDateTime(Cii.formatted(corrects.issuedOn()));
            settlement.setInvoiceReferencedDocument(reference);
        }
        return settlement;
    }

    private TradeTaxType tax() {
        var tax = taxes.tax();
        tax.addCalculatedAmount(Cii.amount(paper.tax()));
        tax.addBasisAmount(Cii.amount(paper.net()));
        given(taxes.reason()).ifPresent(tax::setExemptionReason);
        given(taxes.reasonCode()).ifPresent(tax::setExemptionReasonCode);
        return tax;
    }

    /** There are some wherever an amount is due (BR-CO-25), also where it goes the other way. */
    private TradePaymentTermsType terms() {
        var terms = new TradePaymentTermsType();
        var due = paper.dueOn();
        if (due == null) {
            terms.addDescription(Cii.text(paper.type() == Paper.Type.CREDIT_NOTE ? "Credited" : "Nothing to pay"));
        } else {
            terms.setDueDateDateTime(Cii.day(due));
        }
        return terms;
    }

    private TradeSettlementHeaderMonetarySummationType sums() {
        var tax = Cii.amount(paper.tax());
        tax.setCurrencyID(paper.net().currency().getCurrencyCode());
        var sums = new TradeSettlementHeaderMonetarySummationType();
        sums.addLineTotalAmount(Cii.amount(paper.net()));
        sums.addTaxBasisTotalAmount(Cii.amount(paper.net()));
        sums.addTaxTotalAmount(tax);
        sums.addGrandTotalAmount(Cii.amount(paper.total()));
        sums.addDuePayableAmount(Cii.amount(paper.total()));
        return sums;
    }

    /** Nothing where there is no text: the standard has no empty elements. */
    static Optional<String> given(String text) {
        return Optional.of(Cii.plain(text)).filter(one -> !one.isBlank());
    }
}
