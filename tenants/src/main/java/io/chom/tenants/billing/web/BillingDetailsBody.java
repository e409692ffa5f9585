package io.chom.tenants.billing.web;

import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.Profile;
import io.chom.tenants.billing.details.Treatment;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.platform.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Billing details on the wire; what is not there is absent. */
record BillingDetailsBody(
        @Nullable String legalName,
        @Nullable String street,
        @Nullable String secondLine,
        @Nullable String postalCode,
        @Nullable String city,

        @Schema(description = "ISO 3166-1, two letters") @Nullable
        String country,

        @Schema(description = "With the letters of its country in front") @Nullable
        String vatId,

        @Schema(description = "The local number of who has no VAT id") @Nullable
        String taxNumber,

        @Nullable String email,

        @Schema(description = "What you want to read on your invoices, such as a Leitweg-ID") @Nullable
        String buyerReference,

        @Schema(description = "`not_registered` or `standard`") @Nullable
        String taxTreatment,

        @Schema(description = "Per cent, with at most two digits after the point") @Nullable
        BigDecimal taxRate,

        @Nullable String exemptReason) {

    static BillingDetailsBody of(Profile profile) {
        var details = profile.details();
        var treatment = profile.treatment();
        return new BillingDetailsBody(
                there(details.legalName()),
                there(details.street()),
                there(details.secondLine()),
                there(details.postalCode()),
                there(details.city()),
                there(details.country()),
                there(details.vatId()),
                there(details.taxNumber()),
                there(details.email()),
                there(details.buyerReference()),
                treatment.kind().word(),
                treatment.kind() == Treatment.Kind.STANDARD ? treatment.rate() : null,
                there(treatment.reason()));
    }

    Profile profile() {
        return new Profile(
                new BillingDetails(
                        text(legalName),
                        text(street),
                        text(secondLine),
                        text(postalCode),
                        text(city),
                        text(country),
                        text(vatId),
                        text(taxNumber),
                        text(email),
                        text(buyerReference)),
                new Treatment(kind(), Objects.requireNonNullElse(taxRate, BigDecimal.ZERO), text(exemptReason)));
    }

    private Treatment.Kind kind() {
        return taxTreatment == null
                ? Treatment.Kind.NOT_REGISTERED
                : Arrays.stream(Treatment.Kind.values())
                        .filter(one -> one.word().equals(taxTreatment))
                        .findFirst()
                        .orElseThrow(BillingDetailsBody::unknown);
    }

    private static Refused unknown() {
        return new Refused(new Failure.Invalid(
                "billing-details.wrong",
                "Some of the billing details are missing or wrong.",
                List.of(new Violation("/tax_treatment", "wrong", "One of not_registered and standard."))));
    }

    private static String text(@Nullable String wanted) {
        return wanted == null ? "" : wanted;
    }

    private static @Nullable String there(String text) {
        return text.isEmpty() ? null : text;
    }
}
