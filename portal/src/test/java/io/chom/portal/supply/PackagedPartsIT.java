package io.chom.portal.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The bill of materials says what really is in the jars, to the byte. */
class PackagedPartsIT {

    private static final Path PORTAL = Path.of("target", "portal.jar");
    private static final Path EMBEDDED = Path.of("target", "portal-embedded.jar");
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    @Test
    void portal_has_the_required_parts_of_the_bill_and_no_other() throws Exception {
        assertThat(packaged(PORTAL)).containsExactlyInAnyOrderEntriesOf(billed(Bill.Part::required));
    }

    @Test
    void portal_embedded_has_all_parts_of_the_bill_and_no_other() throws Exception {
        assertThat(packaged(EMBEDDED)).containsExactlyInAnyOrderEntriesOf(billed(part -> true));
    }

    @Test
    void both_jars_carry_the_bill_and_say_where() throws Exception {
        for (Path file : new Path[] {PORTAL, EMBEDDED}) {
            try (var jar = new JarFile(file.toFile())) {
                assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                        .isEqualTo(BILL);
                assertThat(jar.getInputStream(jar.getEntry(BILL)).readAllBytes())
                        .isEqualTo(Files.readAllBytes(Bill.FILE));
            }
        }
    }

    @Test
    void nothing_that_vaadin_sells_is_loaded_on_demand() throws Exception {
        try (var jar = new JarFile(PORTAL.toFile())) {
            var scripts = jar.stream()
                    .filter(entry -> entry.getName().contains("META-INF/VAADIN/webapp/"))
                    .filter(entry -> entry.getName().endsWith(".js"))
                    .toList();

            assertThat(scripts).hasSizeGreaterThan(20);
            assertThat(scripts)
                    .allSatisfy(script -> assertThat(text(jar, script))
                            .as(script.getName())
                            .doesNotContain("Highcharts", "`vaadin-map`", "`vaadin-rich-text-editor`"));
        }
    }

    /** Without Boot's starters: their jars are empty, and its packaging leaves them out. */
    private static Map<String, String> billed(Predicate<Bill.Part> which) throws IOException {
        return Bill.read(Files.readString(Bill.FILE)).parts().stream()
                .filter(which)
                .filter(part -> !part.file().startsWith("spring-boot-starter-"))
                .collect(Collectors.toMap(Bill.Part::file, Bill.Part::sha256, (one, other) -> one, TreeMap::new));
    }

    /** Without the one that Boot's packaging adds, which is of Boot's version and licence. */
    private static Map<String, String> packaged(Path file) throws IOException, NoSuchAlgorithmException {
        Map<String, String> found = new TreeMap<>();
        try (var jar = new JarFile(file.toFile())) {
            for (var entry : jar.stream().toList()) {
                String name = entry.getName().replace("BOOT-INF/lib/", "");
                if (name.endsWith(".jar") && !name.startsWith("spring-boot-jarmode-tools-")) {
                    found.put(name, sha256(jar.getInputStream(entry)));
                }
            }
        }
        return found;
    }

    private static String sha256(InputStream content) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(JarFile jar, ZipEntry entry) throws IOException {
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
