package io.chom.tenants.developer.web;

import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.web.BrandOfRequest;
import io.chom.theming.pages.DocsPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documentation of the public API as a page in the brand. */
@Hidden
@RestController
class DocsController {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ApiDescription description;
    private final Brands brands;
    private final PublicPlaces places;
    private final JsonMapper json;
    private final DocsPage page = new DocsPage();

    DocsController(
            ApiDescription description, Brands brands, PublicPlaces places, @Qualifier("apiJson") JsonMapper json) {
        this.description = description;
        this.brands = brands;
        this.places = places;
        this.json = json;
    }

    @GetMapping("/api/v1/docs")
    Mono<ResponseEntity<String>> docs(ServerWebExchange exchange) {
        return description
                .openapiJson(exchange.getRequest(), "", Locale.ENGLISH)
                .map(bytes -> page.render(
                        brands.of(BrandOfRequest.of(exchange).reseller()).assets(),
                        json.readValue(bytes, DOCUMENT),
                        places.api().on(BrandOfRequest.host(exchange)).toString(),
                        places.portal().on(BrandOfRequest.host(exchange), "/")))
                .map(html -> ResponseEntity.ok()
                        .contentType(HTML)
                        .header("Content-Security-Policy", POLICY)
                        .body(html));
    }
}
