package io.chom.tenants.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.tenancy.Brands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@ApiTest
class BrandFilesTest {

    @Autowired
    Brands brands;

    @Test
    void the_files_of_a_brand_are_kept_for_ever(Api api) {
        for (var asset : brands.of(Acme.ID).assets().all()) {
            var answer = api.at(Api.ACME)
                    .get()
                    .uri(asset.path())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueMatches("Cache-Control", ".*max-age=31536000.*immutable.*")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Access-Control-Allow-Origin", "*")
                    .expectBody()
                    .returnResult();
            assertThat(answer.getResponseBodyContent()).isEqualTo(asset.bytes());
            api.at(Api.ACME)
                    .get()
                    .uri(asset.path())
                    .header(
                            HttpHeaders.IF_NONE_MATCH,
                            answer.getResponseHeaders().getETag())
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
    }

    @Test
    void a_file_of_another_brand_and_a_missing_one_are_not_found(Api api) {
        var nimbus = brands.of(Nimbus.ID).assets();
        for (String path : new String[] {
            nimbus.favicon().path(),
            nimbus.stylesheet().path(),
            "/brand/0000000000000000.css",
            "/brand/x",
            "/ui/nothing.css"
        }) {
            api.at(Api.ACME).get().uri(path).exchange().expectStatus().isNotFound();
        }
    }
}
