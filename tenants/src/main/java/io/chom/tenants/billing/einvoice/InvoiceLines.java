package io.chom.tenants.billing.einvoice;

import java.math.BigDecimal;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentLineDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeLineItemType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePriceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeProductType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementLineMonetarySummationType;

/**
 * The lines of an invoice. Each is one piece at its amount, since what is charged for a part of a month is rarely the product of
 * what stands beside it; a line that gives back is minus one piece, since prices are never negative (BR-27).
 */
final class InvoiceLines {

    /** UN/ECE recommendation 20: one. */
    private static final String PIECE = "C62";

    private InvoiceLines() {}

    static SupplyChainTradeLineItemType line(int number, Paper.Line line, InvoiceTax taxes) {
        var document = new DocumentLineDocumentType();
        document.setLineID(String.valueOf(number));
        var item = new SupplyChainTradeLineItemType();
        item.setAssociatedDocumentLineDocument(document);
        item.setSpecifiedTradeProduct(product(line));
        item.setSpecifiedLineTradeAgreement(agreement(line));
        item.setSpecifiedLineTradeDelivery(delivery(line));
        item.setSpecifiedLineTradeSettlement(settlement(line, taxes));
        return item;
    }

    private static TradeProductType product(Paper.Line line) {
        var product = new TradeProductType();
        product.addName(Cii.text(line.label()));
        CrossIndustry.given(line.formula()).ifPresent(product::setDescription);
        return product;
    }

    private static LineTradeAgreementType agreement(Paper.Line line) {
        var price = new TradePriceType();
        price.addChargeAmount(Cii.amount(line.amount().major().abs()));
        var agreement = new LineTradeAgreementType();
        agreement.setNetPriceProductTradePrice(price);
        return agreement;
    }

    private static LineTradeDeliveryType delivery(Paper.Line line) {
        var delivery = new LineTradeDeliveryType();
        delivery.setBilledQuantity(line.amount().minor() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE)
                .setUnitCode(PIECE);
        return delivery;
    }

    private static LineTradeSettlementType settlement(Paper.Line line, InvoiceTax taxes) {
        var sum = new TradeSettlementLineMonetarySummationType();
        sum.addLineTotalAmount(Cii.amount(line.amount()));
        var settlement = new LineTradeSettlementType();
        settlement.addApplicableTradeTax(taxes.tax());
        settlement.setBillingSpecifiedPeriod(Cii.period(line.days()));
        settlement.setSpecifiedTradeSettlementLineMonetarySummation(sum);
        return settlement;
    }
}
