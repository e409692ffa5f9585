package io.chom.tenants.catalog.web;

import io.chom.tenants.catalog.Catalogues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans on sale. */
@RestController
@Tag(name = "Plans", description = "What can be bought.")
@RequestMapping("/api/v1/plans")
class PlansController {

    /** Catalogues are read once, so the answer is always the same. */
    private final PlansResponse plans;

    PlansController(Catalogues catalogues) {
        this.plans = new PlansResponse(catalogues.names().stream()
                .flatMap(name -> catalogues.plans(name).stream())
                .map(plan -> PlansResponse.PlanPart.of(plan, catalogues))
                .toList());
    }

    /** Every plan on sale with its price and allowances, by catalogue and from the smallest to the largest. */
    @GetMapping
    @Operation(summary = "List plans", description = "Plans on sale with their prices and allowances. Needs a key.")
    @ApiResponse(responseCode = "200", description = "By catalogue, from the smallest plan to the largest")
    PlansResponse plans() {
        return plans;
    }
}
