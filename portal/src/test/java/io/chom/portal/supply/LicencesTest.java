package io.chom.portal.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the jars may be given to anybody. Tools that only test or build are in no jar, so they are not asked. */
class LicencesTest {

    @Test
    void every_part_has_a_licence_that_is_allowed() throws IOException {
        Bill bill = Bill.read(Files.readString(Bill.FILE));

        assertThat(bill.parts()).hasSizeGreaterThan(200);
        assertThat(LicenceRules.refuse(bill.parts())).isEmpty();
    }

    @Test
    void what_the_browser_gets_from_maven_is_on_the_bill() throws IOException {
        Bill bill = Bill.read(Files.readString(Bill.FILE));

        assertThat(bill.parts())
                .filteredOn(part -> part.group().equals("org.mvnpm"))
                .extracting(part -> part.file().replaceFirst("-[0-9.]+\\.jar", ""))
                .contains("echarts", "zrender", "tslib");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPL-2.0-only",
                "GPL-3.0-or-later",
                "AGPL-3.0-only",
                "LGPL-3.0-only OR GPL-2.0-only",
                "BSD-4-Clause",
                "SSPL-1.0",
                "BUSL-1.1",
                "Commercial Vaadin Developer License 4.0",
                "Vaadin Commercial License and Service Terms",
                "Proprietary"
            })
    void another_licence_is_refused(String licence) {
        assertThat(LicenceRules.refuse(List.of(part(List.of(licence))))).hasSize(1);
    }

    @Test
    void a_good_licence_does_not_cover_for_a_bad_one() {
        assertThat(LicenceRules.refuse(List.of(part(List.of("Apache-2.0", "GPL-2.0-only")))))
                .hasSize(1);
    }

    @Test
    void a_part_that_names_no_licence_is_refused() {
        assertThat(LicenceRules.refuse(List.of(part(List.of())))).hasSize(1);
    }

    private static Bill.Part part(List<String> licences) {
        return new Bill.Part("org.example", "example-1.0.jar", true, "", licences);
    }
}
