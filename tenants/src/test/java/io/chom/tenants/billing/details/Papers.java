package io.chom.tenants.billing.details;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import java.math.BigDecimal;
import java.time.Duration;

/** Billing details that tests have tenants tell. */
public final class Papers {

    private Papers() {}

    /** Of a house in a country. */
    public static BillingDetails in(String country, String vatId) {
        return new BillingDetails(
                "Müller & Söhne <GmbH>",
                "Hauptstraße 1",
                "",
                "10115",
                "Town",
                country,
                vatId,
                "",
                "bills@mueller.example",
                "");
    }

    /** One that charges a rate, in per cent. */
    public static Profile charging(String country, String vatId, String rate) {
        return new Profile(in(country, vatId), new Treatment(Treatment.Kind.STANDARD, new BigDecimal(rate), ""));
    }

    /** One that charges none, and says why. */
    public static Profile exempt(String country, String taxNumber, String reason) {
        var details =
                new BillingDetails("Kleine Werkstatt", "Weg 2", "", "10117", "Town", country, "", taxNumber, "", "");
        return new Profile(details, new Treatment(Treatment.Kind.NOT_REGISTERED, BigDecimal.ZERO, reason));
    }

    /** Has a tenant tell it. */
    public static void tell(BillingDetailsService service, Acting acting, Profile profile) {
        service.change(profile).contextWrite(TenantContext.as(acting)).block(Duration.ofSeconds(20));
    }
}
