package io.chom.tenants.billing.web;

import io.chom.tenants.billing.details.BillingDetailsService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who the acting tenant is on invoices. */
@RestController
@Tag(name = "Invoices")
@RequestMapping("/api/v1/billing-details")
class BillingDetailsController {

    private final BillingDetailsService details;

    BillingDetailsController(BillingDetailsService details) {
        this.details = details;
    }

    /** What it has told. */
    @GetMapping
    @Operation(
            summary = "Read your billing details",
            description = "Name and address on your invoices; all empty before you tell them. Needs `billing:read`.")
    @ApiResponse(responseCode = "200", description = "The billing details")
    Mono<BillingDetailsBody> read() {
        return details.current().map(BillingDetailsBody::of);
    }

    /** Tells anew, all at once. */
    @PutMapping
    @Operation(
            summary = "Change your billing details",
            description =
                    "They stand on invoices from now on; none that is written changes. What is left out is empty. "
                            + "`tax_treatment`, `tax_rate` and `exempt_reason` count for those who sell. Needs `billing:write`.")
    @ApiResponse(responseCode = "200", description = "The billing details as they are kept")
    @ApiResponse(responseCode = "400", description = "`billing-details.wrong`, with a violation for each wrong field")
    Mono<BillingDetailsBody> change(@RequestBody BillingDetailsBody wanted) {
        return Mono.fromSupplier(wanted::profile).flatMap(details::change).map(BillingDetailsBody::of);
    }
}
