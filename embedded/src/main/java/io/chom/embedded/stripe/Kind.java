package io.chom.embedded.stripe;

import java.util.Locale;

/** What objects there are, with the beginning of their ids. */
enum Kind {
    ACCOUNT("acct_"),
    BILLING_METER("mtr_"),
    BILLING_METER_EVENT("mtrev_"),
    BILLING_PORTAL_CONFIGURATION("bpc_"),
    BILLING_PORTAL_SESSION("bps_"),
    CHARGE("ch_"),
    CHECKOUT_SESSION("cs_test_"),
    COUPON(""),
    CREDIT_NOTE("cn_"),
    CUSTOMER("cus_"),
    DISCOUNT("di_"),
    EVENT("evt_"),
    INVOICE("in_"),
    INVOICE_PAYMENT("inpay_"),
    INVOICEITEM("ii_"),
    LINE_ITEM("il_"),
    PAYMENT_INTENT("pi_"),
    PAYMENT_METHOD("pm_"),
    PRICE("price_"),
    PRODUCT("prod_"),
    PROMOTION_CODE("promo_"),
    REFUND("re_"),
    SETUP_INTENT("seti_"),
    SUBSCRIPTION("sub_"),
    SUBSCRIPTION_ITEM("si_"),
    TEST_CLOCK("clock_"),
    TRANSFER("tr_"),
    WEBHOOK_ENDPOINT("we_");

    private final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }

    /** The word in the field {@code object}. */
    String object() {
        return switch (this) {
            case BILLING_METER -> "billing.meter";
            case BILLING_METER_EVENT -> "billing.meter_event";
            case BILLING_PORTAL_CONFIGURATION -> "billing_portal.configuration";
            case BILLING_PORTAL_SESSION -> "billing_portal.session";
            case CHECKOUT_SESSION -> "checkout.session";
            case TEST_CLOCK -> "test_helpers.test_clock";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** A new object of this kind without anything in it but what all have. */
    Json fresh(long now) {
        return Json.of("id", Ids.next(prefix))
                .set("object", object())
                .set("created", now)
                .set("livemode", false)
                .set("metadata", new Json());
    }
}
