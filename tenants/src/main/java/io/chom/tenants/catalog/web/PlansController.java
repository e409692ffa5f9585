package io.chom.tenants.catalog.web;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Plans on sale. */
@RestController
@Tag(name = "Plans", description = "What can be bought.")
@RequestMapping("/api/v1/plans")
class PlansController {

    private static final String EVERY = "";

    /** Catalogues are read once, so that each answer is always the same and written once: of a currency, or of all. */
    private final Map<String, byte[]> plans;

    PlansController(Catalogues catalogues, @Qualifier("apiJson") JsonMapper json) {
        List<Plan> all = catalogues.names().stream()
                .flatMap(name -> catalogues.currencies(name).stream()
                        .flatMap(currency -> catalogues.plans(name, currency).stream()))
                .toList();
        var some = all.stream()
                .collect(Collectors.groupingBy(plan -> plan.currency().getCurrencyCode()));
        some.put(EVERY, all);
        plans = some.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        one -> json.writeValueAsBytes(new PlansResponse(one.getValue().stream()
                                .map(plan -> PlansResponse.PlanPart.of(plan, catalogues))
                                .toList()))));
    }

    /** Every plan on sale with its price and allowances, by catalogue, currency and from the smallest to the largest. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List plans",
            description =
                    "Plans on sale with their prices and allowances, each once in every currency in which it is sold. Needs a"
                            + " key.")
    @ApiResponse(
            responseCode = "200",
            description =
                    "By catalogue and currency, the main one of the catalogue first, from the smallest plan to the"
                            + " largest",
            content = @Content(schema = @Schema(implementation = PlansResponse.class)))
    byte[] plans(
            @Parameter(
                            description =
                                    "Code of a currency, such as EUR: only what is sold in it. `plans.unknown-currency`"
                                            + " where nothing is",
                            example = "USD")
                    @RequestParam(required = false)
                    @Nullable
                    String currency) {
        byte[] found = plans.get(currency == null ? EVERY : currency);
        if (found == null || EVERY.equals(currency)) {
            throw unknown();
        }
        return found;
    }

    private Refused unknown() {
        String known = plans.keySet().stream()
                .filter(one -> !EVERY.equals(one))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Refused(Failure.Invalid.of(
                "plans.unknown-currency", "Nothing is sold in such a currency. Known are " + known + "."));
    }
}
