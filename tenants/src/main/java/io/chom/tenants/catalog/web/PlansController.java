package io.chom.tenants.catalog.web;

import io.chom.tenants.catalog.Catalogues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Plans on sale. */
@RestController
@Tag(name = "Plans", description = "What can be bought.")
@RequestMapping("/api/v1/plans")
class PlansController {

    /** Catalogues are read once, so the answer is always the same and written once. */
    private final byte[] plans;

    PlansController(Catalogues catalogues, @Qualifier("apiJson") JsonMapper json) {
        this.plans = json.writeValueAsBytes(new PlansResponse(catalogues.names().stream()
                .flatMap(name -> catalogues.plans(name).stream())
                .map(plan -> PlansResponse.PlanPart.of(plan, catalogues))
                .toList()));
    }

    /** Every plan on sale with its price and allowances, by catalogue and from the smallest to the largest. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List plans", description = "Plans on sale with their prices and allowances. Needs a key.")
    @ApiResponse(
            responseCode = "200",
            description = "By catalogue, from the smallest plan to the largest",
            content = @Content(schema = @Schema(implementation = PlansResponse.class)))
    byte[] plans() {
        return plans;
    }
}
