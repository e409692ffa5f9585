package io.chom.tenants.tenancy.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.domains.ClaimableNames.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimableNamesTest {

    private final ClaimableNames names =
            new ClaimableNames(new ClaimProperties(List.of("Portal.Agencies.dev.", "edge.net.uk"), List.of()));

    @ParameterizedTest
    @CsvSource({
        "com, SINGLE_LABEL",
        "intranet, SINGLE_LABEL",
        "localhost, SINGLE_LABEL",
        "co.uk, PUBLIC_SUFFIX",
        "github.io, PUBLIC_SUFFIX",
        "GitHub.IO, PUBLIC_SUFFIX",
        "公司.cn, PUBLIC_SUFFIX",
        "acme.localhost, SPECIAL_USE",
        "printer.local, SPECIAL_USE",
        "db.internal, SPECIAL_USE",
        "a.test, SPECIAL_USE",
        "a.example, SPECIAL_USE",
        "www.example.com, SPECIAL_USE",
        "a.onion, SPECIAL_USE",
        "1.0.0.127.in-addr.arpa, SPECIAL_USE",
        "portal.agencies.dev, RESERVED",
        "a.b.portal.agencies.dev, RESERVED",
        "edge.net.uk, RESERVED"
    })
    void some_can_nobody_ask_for(String host, Reason reason) {
        assertThat(names.refuse(HostName.of(host))).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosting.agency.com",
                "agency.co.uk",
                "agency.github.io",
                "büro.agency.de",
                "agencies.dev",
                "myportal.agencies.dev",
                "notlocal.com",
                "example.de",
                "agency.unheard-of"
            })
    void others_can_be_somebodys(String host) {
        assertThat(names.refuse(HostName.of(host))).isEmpty();
    }

    @Test
    void a_name_leaves_room_for_the_proof() {
        String label = "a".repeat(60) + ".";
        assertThat(names.refuse(HostName.of(label.repeat(3) + "b".repeat(48) + ".com")))
                .isEmpty();
        assertThat(names.refuse(HostName.of(label.repeat(3) + "b".repeat(49) + ".com")))
                .contains(Reason.TOO_LONG);
    }

    @Test
    void names_of_this_machine_can_be_tried_where_the_installation_allows_it() {
        var tried = new ClaimableNames(new ClaimProperties(List.of("localhost"), List.of("localhost")));
        var open = new ClaimableNames(new ClaimProperties(List.of(), List.of("localhost")));

        assertThat(open.refuse(HostName.of("acme.localhost"))).isEmpty();
        assertThat(open.refuse(HostName.of("acme.local"))).contains(Reason.SPECIAL_USE);
        assertThat(tried.refuse(HostName.of("acme.localhost"))).contains(Reason.RESERVED);
    }
}
