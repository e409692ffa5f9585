package io.chom.tenants.developer.web;

import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.TenantService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells a program whom it acts for. */
@RestController
@Tag(name = "Account", description = "Whom you act for.")
class MeController {

    private final TenantService tenants;
    private final Brands brands;

    MeController(TenantService tenants, Brands brands) {
        this.tenants = tenants;
        this.brands = brands;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "Whom this key acts for", description = "Any key may ask.")
    @ApiResponse(responseCode = "200", description = "The organisation and what the key may do")
    Mono<Me> me() {
        return TenantContext.require()
                .zipWith(
                        tenants.current(),
                        (acting, tenant) -> new Me(
                                tenant.id().toString(),
                                tenant.name(),
                                brands.of(acting.reseller()).brand().name(),
                                acting.actor().rights().stream().sorted().toList()));
    }

    @Schema(name = "Me")
    record Me(String tenant, String name, String brand, List<String> scopes) {}
}
