package io.chom.tenants.developer.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.web.BrandOfRequest;
import io.chom.theming.Brand;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description of the public API, in the name of the brand that the host shows. */
@RestController
class ApiDescription extends OpenApiWebfluxResource {

    private final Brands brands;
    private final PublicPlaces places;
    private final JsonMapper json;

    ApiDescription(
            ObjectFactory<OpenAPIService> description,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            Brands brands,
            PublicPlaces places,
            @Qualifier("apiJson") JsonMapper json) {
        super(description, requests, responses, operations, properties, providers, customizers);
        this.brands = brands;
        this.places = places;
        this.json = json;
    }

    /** Made by reading the class path, which is no work for an event loop. */
    @Override
    public Mono<byte[]> openapiJson(ServerHttpRequest request, String apiDocsUrl, Locale locale) {
        Mono<byte[]> unbranded = Mono.fromCallable(() -> super.openapiJson(request, apiDocsUrl, Locale.ENGLISH))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(description -> description);
        return Mono.deferContextual(context -> {
            ServerWebExchange exchange =
                    ServerWebExchangeContextFilter.getExchange(context).orElseThrow();
            return unbranded.map(bytes -> json.writeValueAsBytes(branded(exchange, bytes)));
        });
    }

    /** There is one form of the description. */
    @Override
    public Mono<byte[]> openapiYaml(ServerHttpRequest request, String apiDocsUrl, Locale locale) {
        return Mono.error(() -> new Refused(Failure.NotFound.of("document")));
    }

    @Override
    protected String getServerUrl(ServerHttpRequest request, String apiDocsUrl) {
        return "/";
    }

    private ObjectNode branded(ServerWebExchange exchange, byte[] description) {
        BrandOwner owner = BrandOfRequest.of(exchange);
        Brand brand = brands.of(owner.reseller()).brand();
        ObjectNode tree = (ObjectNode) json.readTree(description);
        ObjectNode info = tree.putObject("info")
                .put("title", brand.name() + " API")
                .put("version", "1")
                .put("description", "How programs talk to " + brand.name() + ". Send your key as a bearer token.");
        contact(info.putObject("contact").put("name", brand.name()), brand);
        tree.putArray("servers")
                .addObject()
                .put("url", places.api().on(BrandOfRequest.host(exchange)).toString());
        return tree;
    }

    private static void contact(ObjectNode contact, Brand brand) {
        if (brand.contact().supportEmail() != null) {
            contact.put("email", brand.contact().supportEmail());
        }
        if (brand.contact().helpUrl() != null) {
            contact.put("url", brand.contact().helpUrl().toString());
        }
    }
}
