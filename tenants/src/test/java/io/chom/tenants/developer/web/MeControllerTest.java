package io.chom.tenants.developer.web;

import io.chom.tenants.developer.Scope;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import org.junit.jupiter.api.Test;

@ApiTest
class MeControllerTest {

    @Test
    void a_key_tells_whom_it_acts_for(Api api) {
        api.at(Api.ACME, api.key(Acme.BAKERY, Scope.USAGE_READ))
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .exists("X-Request-Id")
                .expectBody()
                .json("""
                        {"tenant":"01900000-0000-7000-8000-00000000ac01","name":"Bakery","brand":"Acme Hosting",
                         "scopes":["usage:read"]}
                        """);
    }
}
