package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.tenancy.PublicPlaces;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class EveryAnswerTest {

    @Test
    void browsers_come_back_encrypted_for_a_year_where_the_portal_is_encrypted() throws Exception {
        assertThat(headers("https://{host}").firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
        assertThat(headers("http://{host}:8080").firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    /** Of the server's own answer to an address that nothing serves. */
    private static HttpHeaders headers(String publicUrl) throws Exception {
        var settings = new MockEnvironment().withProperty("chom.ui.public-url", publicUrl);
        var factory = new TomcatServletWebServerFactory(0);
        new EveryAnswer(new PublicPlaces(settings)).customize(factory);
        var server = factory.getWebServer();
        server.start();
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/"))
                                    .build(),
                            BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            return answer.headers();
        } finally {
            server.stop();
        }
    }
}
