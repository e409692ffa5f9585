package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.RequestOrigin;
import io.chom.tenants.platform.TrustedProxies;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.theming.BrandAssets.Asset;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentReferenceHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

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
    private final Map<Asset, Prepared> prepared = new ConcurrentReferenceHashMap<>();

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
        return request.getURI().getRawPath().startsWith(PLACE)
                && (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD));
    }

    private Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response, HttpHandler others) {
        try {
            RequestOrigin origin = Edge.originOf(request, proxies);
            return HostName.ofHeader(origin.host())
                    .flatMap(hosts::ownerOf)
                    .flatMap(owner ->
                            brands.asset(owner.reseller(), request.getURI().getRawPath()))
                    .map(asset -> answer(request, response, origin, asset))
                    .orElseGet(() -> others.handle(request, response));
        } catch (Refused refused) {
            return others.handle(request, response);
        }
    }

    private Mono<Void> answer(
            ServerHttpRequest request, ServerHttpResponse response, RequestOrigin origin, Asset asset) {
        Prepared file = prepared.computeIfAbsent(asset, Prepared::of);
        HttpServerResponse raw = ServerHttpResponseDecorator.getNativeResponse(response);
        HttpHeaders headers = raw.responseHeaders().add(origin.secure() ? file.secureHead() : file.head());
        if (isKnown(request, file.tag())) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(file.body())));
    }

    private static boolean isKnown(ServerHttpRequest request, String tag) {
        HttpServerRequest raw = ServerHttpRequestDecorator.getNativeRequest(request);
        String known = raw.requestHeaders().get(HttpHeaderNames.IF_NONE_MATCH);
        return known != null && known.contains(tag);
    }

    /**
     * A file as it goes out. To look a header up and to check its name costs more than the rest of the way, so that is done
     * once.
     */
    private record Prepared(String tag, HttpHeaders head, HttpHeaders secureHead, byte[] body) {

        static Prepared of(Asset asset) {
            String tag = '"' + asset.path().substring(PLACE.length()) + '"';
            byte[] body = asset.bytes();
            return new Prepared(tag, head(asset, tag, body, false), head(asset, tag, body, true), body);
        }

        private static HttpHeaders head(Asset asset, String tag, byte[] body, boolean secure) {
            HttpHeaders head = new DefaultHttpHeaders()
                    .set(HttpHeaderNames.ETAG, tag)
                    .set(HttpHeaderNames.CONTENT_TYPE, asset.contentType())
                    .set(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length))
                    .set(HttpHeaderNames.CACHE_CONTROL, "max-age=31536000, public, immutable")
                    .set(
                            HttpHeaderNames.CONTENT_SECURITY_POLICY,
                            "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                    .set("Cross-Origin-Resource-Policy", "cross-origin")
                    // Browsers ask for fonts of another origin only with leave; the log-in is one.
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            Edge.protect(new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(head)), secure);
            return head;
        }
    }
}
