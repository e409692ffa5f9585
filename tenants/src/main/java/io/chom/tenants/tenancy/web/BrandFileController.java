package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.Brands;
import io.chom.theming.BrandAssets.Asset;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The files of the brand: their names are made of their content, so they may be kept for ever. */
@Hidden
@RestController
class BrandFileController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Brands brands;

    BrandFileController(Brands brands) {
        this.brands = brands;
    }

    @GetMapping("/brand/{file}")
    ResponseEntity<byte[]> file(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return brands.asset(BrandOfRequest.of(exchange).reseller(), path)
                .map(asset -> answer(path, asset))
                .orElseThrow(() -> new Refused(Failure.NotFound.of("file")));
    }

    private static ResponseEntity<byte[]> answer(String path, Asset asset) {
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .eTag('"' + path.substring(path.lastIndexOf('/') + 1) + '"')
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .contentType(MediaType.parseMediaType(asset.contentType()))
                .body(asset.bytes());
    }
}
