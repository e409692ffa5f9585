package io.chom.tenants.catalog.web;

import io.chom.tenants.catalog.Catalogues;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans on sale. */
@RestController
@RequestMapping("/api/v1/plans")
class PlansController {

    private final Catalogues catalogues;

    PlansController(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** Every plan on sale with its price and allowances, by catalogue and from the smallest to the largest. */
    @GetMapping
    PlansResponse plans() {
        List<PlansResponse.PlanPart> plans = catalogues.names().stream()
                .flatMap(name -> catalogues.plans(name).stream())
                .map(plan -> PlansResponse.PlanPart.of(plan, catalogues))
                .toList();
        return new PlansResponse(plans);
    }
}
