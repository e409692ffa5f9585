package io.chom.tenants.billing.einvoice;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;

/**
 * The tax of an invoice, which is one and the same for all its lines.
 *
 * @param rule why it is so much
 */
record InvoiceTax(TaxRule rule) {

    /** Its category and rate. What lies outside has no rate, not even 0 (BR-O-05). */
    TradeTaxType tax() {
        var tax = new TradeTaxType();
        tax.setTypeCode("VAT");
        tax.setCategoryCode(rule.category().code());
        if (rule.category() != Category.OUTSIDE) {
            tax.setRateApplicablePercent(rule.rate());
        }
        return tax;
    }

    String reason() {
        return switch (rule.category()) {
            case STANDARD -> "";
            case REVERSE_CHARGE -> "Reverse charge";
            case EXEMPT -> rule.reason().isEmpty() ? "The seller is not registered for tax" : rule.reason();
            case OUTSIDE -> "Not subject to VAT";
        };
    }

    /** The list of VATEX codes of the Connecting Europe Facility; it has none for who is not registered. */
    String reasonCode() {
        return switch (rule.category()) {
            case STANDARD, EXEMPT -> "";
            case REVERSE_CHARGE -> "VATEX-EU-AE";
            case OUTSIDE -> "VATEX-EU-O";
        };
    }
}
