package io.chom.tenants.billing.web;

import io.chom.tenants.billing.Entitlements;
import io.chom.tenants.billing.SeatService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells what the tenant may use. */
@RestController
@Tag(name = "Subscription", description = "What you have bought, and what you may use of it.")
class EntitlementsController {

    private final Entitlements entitlements;
    private final SeatService seats;

    EntitlementsController(Entitlements entitlements, SeatService seats) {
        this.entitlements = entitlements;
        this.seats = seats;
    }

    @GetMapping("/api/v1/entitlements")
    @Operation(
            summary = "What you may use",
            description =
                    "Features, how much is left of each meter that the plan limits, and seats. Needs `usage:read`.")
    @ApiResponse(responseCode = "200", description = "Changes show within a second")
    Mono<EntitlementsResponse> entitlements() {
        return entitlements
                .current()
                .zipWith(seats.current().map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(found -> EntitlementsResponse.of(found.getT1(), found.getT2()));
    }
}
