package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.RequestOrigin;
import io.chom.tenants.platform.TrustedProxies;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.theming.BrandAssets.Asset;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The files of the brand that the host shows. They are public, come from memory and may be kept for ever, as their names
 * are made of their content; so they are answered before anything is found out, counted or written down for a request.
 * What is no such file goes the way of all others and is refused there.
 */
@Component
class BrandFiles implements HttpHandlerDecoratorFactory {

    private static final String PLACE = "/brand/";

    private final Hosts hosts;
    private final Brands brands;
    private final TrustedProxies proxies;

    BrandFiles(Hosts hosts, Brands brands, TrustedProxies proxies) {
        this.hosts = hosts;
        this.brands = brands;
        this.proxies = proxies;
    }

    @Override
    public HttpHandler apply(HttpHandler others) {
        return (request, response) ->
                isAsked(request) ? answer(request, response, others) : others.handle(request, response);
    }

    private static boolean isAsked(ServerHttpRequest request) {
        return request.getPath().value().startsWith(PLACE)
                && (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD));
    }

    private Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response, HttpHandler others) {
        try {
            RequestOrigin origin = Edge.originOf(request, proxies);
            return HostName.ofHeader(origin.host())
                    .flatMap(hosts::ownerOf)
                    .flatMap(owner ->
                            brands.asset(owner.reseller(), request.getPath().value()))
                    .map(asset -> answer(request, response, origin, asset))
                    .orElseGet(() -> others.handle(request, response));
        } catch (Refused refused) {
            return others.handle(request, response);
        }
    }

    private static Mono<Void> answer(
            ServerHttpRequest request, ServerHttpResponse response, RequestOrigin origin, Asset asset) {
        String tag = '"' + asset.path().substring(PLACE.length()) + '"';
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        Edge.protect(headers, origin.secure());
        if (isKnown(request, tag)) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        byte[] bytes = asset.bytes();
        headers.set(HttpHeaders.CONTENT_TYPE, asset.contentType());
        headers.setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    private static boolean isKnown(ServerHttpRequest request, String tag) {
        return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH))
                .filter(known -> known.contains(tag))
                .isPresent();
    }
}
