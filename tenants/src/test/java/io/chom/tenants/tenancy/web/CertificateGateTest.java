package io.chom.tenants.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Api;
import io.chom.tenants.support.ApiTest;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** The answer to the proxy's question, byte for byte as it goes over the wire. */
@ApiTest
class CertificateGateTest {

    private static final String NEWLINE = "\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;

    CertificateGateTest(Api api) {
        this.api = api;
    }

    @Autowired
    DomainService domains;

    @Autowired
    Hosts hosts;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(strings = {"acme.localhost", "nimbus.localhost", "ACME.Localhost", "acme.localhost."})
    void a_served_host_may_have_a_certificate_however_it_is_written(String name) {
        assertThat(ask(name))
                .startsWith("HTTP/1.1 200")
                .contains("Cache-Control: no-store")
                .endsWith("\r\n\r\n");
    }

    @Test
    void so_may_an_international_one_in_both_of_its_forms() {
        var host = HostName.of("münchen-" + Uuids.next() + ".example");
        serve(host);

        assertThat(ask(host.value())).startsWith("HTTP/1.1 200");
        assertThat(ask(IDN.toUnicode(host.value()))).startsWith("HTTP/1.1 200");
    }

    @Test
    void one_that_was_only_asked_for_or_was_given_back_may_not() {
        var host = HostName.of("h" + Uuids.next() + ".example");
        as(Acme.RESELLER, domains.add(host));
        assertThat(ask(host.value())).startsWith("HTTP/1.1 404");

        serve(host);
        assertThat(ask(host.value())).startsWith("HTTP/1.1 200");

        as(Acme.RESELLER, domains.remove(host));
        await().atMost(PATIENCE).until(() -> hosts.ownerOf(host).isEmpty());
        assertThat(ask(host.value())).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?domain=nobody.example",
                "?domain=localhost",
                "?domain=portal",
                "?domain=x.acme.localhost",
                "?domain=acme.localhost.evil.example",
                "?domain=acme.localhost:443",
                "?domain=acme.localhost%00",
                "?domain=acme.localhost%20",
                "?domain=acme.localhost..",
                "?domain=*.localhost",
                "?domain=acme.localhost,nimbus.localhost",
                "?domain=127.0.0.1",
                "?domain=%5B::1%5D",
                "?domain=::1",
                "?domain=0x7f000001",
                "?domain=%C3%A4%C3%A4.example",
                "?domain=xn--",
                "?domain=",
                "?domain",
                "",
                "?name=acme.localhost",
                "?Domain=acme.localhost",
                "?domain=acme.localhost&domain=acme.localhost",
                "?domain=acme.localhost&domain=nobody.example",
                "?domain=nobody.example&domain=acme.localhost"
            })
    void everything_else_gets_one_and_the_same_answer_without_a_body(String query) {
        assertThat(comparable(neighbour(query)))
                .isEqualTo(comparable(ask("nobody-at-all.example")))
                .startsWith("HTTP/1.1 404")
                .contains("content-length: 0")
                .endsWith("\r\n\r\n");
    }

    @Test
    void so_does_a_name_of_three_hundred_characters() {
        for (String name : new String[] {"a".repeat(300), "a.".repeat(146) + "example", "ä".repeat(300)}) {
            assertThat(comparable(ask(name))).isEqualTo(comparable(ask("nobody.example")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-Host: portal",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Proto:",
                "x-forwarded-port: 443",
                "X-Forwarded: 1",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 Caddy",
                "X-Real-IP: 127.0.0.1"
            })
    void a_request_of_the_outside_meets_an_unknown_path_on_any_host(String header) {
        for (String host : new String[] {"portal:8081", "acme.localhost", "127.0.0.1"}) {
            String answer = send("GET", "/internal/tls/allowed?domain=acme.localhost", host, header);
            String unknown = send("GET", "/internal/tls/nothing?domain=acme.localhost", host, header);
            assertThat(comparable(answer)).isEqualTo(comparable(unknown)).doesNotStartWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/tls/allowed/",
                "/internal/tls/allowed/x",
                "/internal/tls",
                "/internal//tls/allowed",
                "/internal/tls/%61llowed",
                "/internal/tls/allowed;x=1",
                "/INTERNAL/tls/allowed"
            })
    void no_other_path_answers(String path) {
        assertThat(send("GET", path + "?domain=acme.localhost", "portal:8081", "Accept: */*"))
                .startsWith("HTTP/1.1 404")
                .contains("unknown-host");
    }

    @Test
    void nor_does_another_method() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
            assertThat(send(method, "/internal/tls/allowed?domain=acme.localhost", "portal:8081", "Accept: */*"))
                    .as(method)
                    .startsWith("HTTP/1.1 404")
                    .contains("unknown-host");
        }
    }

    @Test
    void unknown_names_reach_no_database() {
        double before = statements();
        for (int i = 0; i < 300; i++) {
            assertThat(ask("random" + Uuids.next() + ".example")).startsWith("HTTP/1.1 404");
        }
        assertThat(statements()).isEqualTo(before);
    }

    /** So long a time is long enough for others to change a host, which is read then. */
    @Test
    void nor_do_ten_thousand_of_them_and_none_gets_a_certificate() {
        double before = statements();
        assertThat(IntStream.range(0, 10_000)
                        .parallel()
                        .mapToObj(n -> ask("random" + Uuids.next() + ".example"))
                        .filter(answer -> !answer.startsWith("HTTP/1.1 404")))
                .isEmpty();
        assertThat(statements() - before).isLessThan(100);
    }

    /** Reads of the directory of hosts, the only way to a host that is not held in memory. */
    private double statements() {
        return meters.counter("chom.cross_tenant", "purpose", "host directory").count();
    }

    private String ask(String name) {
        return neighbour("?domain=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private String neighbour(String query) {
        return send("GET", "/internal/tls/allowed" + query, "portal:8081", "User-Agent: Go-http-client/1.1");
    }

    private String send(String method, String target, String host, String header) {
        return api.raw(method + " " + target + " HTTP/1.1" + NEWLINE + "Host: " + host + NEWLINE + header + NEWLINE
                + "Connection: close" + NEWLINE + NEWLINE);
    }

    private void serve(HostName host) {
        as(Acme.RESELLER, domains.add(host));
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        as(job, domains.move(Acme.ID, host, DomainState.VERIFIED));
        await().atMost(PATIENCE).until(() -> hosts.ownerOf(host).isPresent());
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }

    private static String comparable(String answer) {
        return answer.replaceAll("(?i)(x-request-id: |\"request_id\":\")[0-9a-f-]{36}", "")
                .replaceAll("(?i)date: .*", "");
    }
}
