package io.chom.portal.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No secret is in the project, nor was one ever: what was committed once stays readable. */
class SecretsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, String> KNOWN =
            Map.of("sk_live_abcdefghij1234", "made up; the Stripe sandbox has to refuse every live key");

    /** One of each kind, made up; in two pieces, so that they are not found where they are written. */
    @SuppressWarnings("unused") // read by JUnit
    private static final List<List<String>> PLANTED = List.of(
            List.of("private key", "-----BEGIN RSA " + part("PRIVATE KEY-----")),
            List.of("private key", "-----BEGIN OPENSSH " + part("PRIVATE KEY-----")),
            List.of("AWS key", "AKIA" + part("QYLPMN5HHHFPZAM2")),
            List.of("Google key", "AIza" + part("SyB1cD3fGh5JkLmN0pQrStUvWxYz2345678")),
            List.of("Azure key", "AccountKey=" + part("q8Zr".repeat(21) + "q8==")),
            List.of("GitHub token", "ghp_" + part("q8Zr0aBc".repeat(4) + "1234")),
            List.of("GitLab token", "glpat-" + part("q8Zr0aBcDeFgHiJk1234")),
            List.of("npm token", "npm_" + part("q8Zr0aBc".repeat(4) + "1234")),
            List.of("Slack token", "xoxb-" + part("123456789012-abcdefABCDEF")),
            List.of("Stripe key", "sk_live_" + part("51Hq8Zr0aBcDeFgHi")),
            List.of("Stripe key", "rk_live_" + part("51Hq8Zr0aBcDeFgHi")),
            List.of("Stripe webhook secret", "whsec_" + part("q8Zr0aBcDeFgHiJk")),
            List.of("JWT", "eyJhbGciOiJIUzI1NiJ9" + part(".eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJ")),
            List.of("password in an address", "postgresql://chom:" + part("hunter2hunter2@db.internal")),
            List.of("password in a Maven setting", "<pass" + part("word>hunter2hunter2</password>")),
            List.of("our API key", "ck_live_" + part("Ky9Pf34qY6Nb3wWD25RQ4F5ZR3qa7yEe2KDQuX")),
            List.of("assigned secret", "db.password=" + part("q8Zr0aBcDeFgHi7Jk")),
            List.of("assigned secret", "\"clientSecret\": " + part("\"9f8e7d6c5b4a39281706f5e4d3c2b1a0\"")),
            List.of("assigned secret", "String API_KEY = " + part("\"q8Zr0aBcDeFgHi7Jk\";")));

    private static String part(String text) {
        return text;
    }

    @Test
    void no_secret_is_in_the_project_or_its_history() throws Exception {
        var scan = new SecretScan(KNOWN);
        long began = System.nanoTime();

        History.Reach reach = scan.read(new History(PROJECT));

        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(reach + " " + scan.texts() + " texts in " + took);
        assertThat(scan.texts()).isGreaterThan(100);
        assertThat(scan.findings()).isEmpty();
        assertThat(scan.unneeded()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PLANTED")
    void each_kind_of_secret_is_found(List<String> planted) {
        assertThat(SecretRule.ALL.stream()
                        .flatMap(rule -> rule.in("first line\n" + planted.get(1) + "\n"))
                        .toList())
                .anySatisfy(found -> {
                    assertThat(found.rule()).isEqualTo(planted.get(0));
                    assertThat(found.line()).isEqualTo(2);
                });
    }

    @Test
    void each_rule_has_a_secret_that_was_planted_for_it() {
        assertThat(PLANTED).extracting(List::getFirst).containsAll(names());
    }

    private static List<String> names() {
        return SecretRule.ALL.stream().map(SecretRule::name).toList();
    }

    @Test
    void what_only_looks_like_a_secret_is_left_alone() {
        Stream.of(
                        "ck_live_" + "0".repeat(38),
                        "password=${CHOM_POSTGRES_OWNER_PASSWORD}",
                        "token = request.getHeaders().getFirst(AUTHORIZATION)",
                        "secret: aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                        "smtp://user:password@mail.example.org:587",
                        "https://acme.localhost:8081/api/v1/docs")
                .forEach(text -> assertThat(SecretRule.ALL.stream().flatMap(rule -> rule.in(text)))
                        .as(text)
                        .isEmpty());
    }

    @Test
    void a_secret_that_was_taken_out_again_is_still_found(@TempDir Path folder) throws Exception {
        Path repository = planted(folder);

        var scan = new SecretScan(Map.of());

        assertThat(scan.read(new History(repository))).isEqualTo(History.Reach.WHOLE);
        assertThat(scan.findings()).hasSize(2);
        assertThat(scan.findings()).anyMatch(line -> line.startsWith("some/settings.yml (") && line.contains("line 2"));
        assertThat(scan.findings()).anyMatch(line -> line.startsWith("server.p12 ("));
        assertThat(scan.findings()).noneMatch(line -> line.contains("DeFgHi"));
    }

    @Test
    void a_shallow_history_is_read_as_far_as_it_goes_and_said_to_be_one(@TempDir Path folder) throws Exception {
        Path repository = planted(folder);
        git(folder, "clone", "-q", "--depth", "1", repository.toUri().toString(), "shallow");

        var scan = new SecretScan(Map.of());

        assertThat(scan.read(new History(folder.resolve("shallow")))).isEqualTo(History.Reach.SHALLOW);
        assertThat(scan.texts()).isPositive();
        assertThat(scan.findings()).isEmpty();
    }

    @Test
    void without_a_history_the_files_are_read(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("settings.yml"), "key: sk_live_" + part("51Hq8Zr0aBcDeFgHi"));

        var scan = new SecretScan(Map.of());

        assertThat(scan.read(new History(folder))).isEqualTo(History.Reach.NONE);
        assertThat(scan.findings()).hasSize(1);
    }

    /** A history with a secret that was committed and taken out again. */
    private static Path planted(Path folder) throws IOException, InterruptedException {
        Path repository = Files.createDirectory(folder.resolve("planted"));
        Path settings = Files.createDirectory(repository.resolve("some")).resolve("settings.yml");
        git(repository, "init", "-q");
        Files.writeString(settings, "stripe:\n  key: sk_live_" + part("51Hq8Zr0aBcDeFgHi") + "\n");
        Files.write(repository.resolve("server.p12"), new byte[] {0x30, 0, 1, 2});
        commit(repository, "In it goes");
        Files.writeString(settings, "stripe:\n");
        Files.delete(repository.resolve("server.p12"));
        commit(repository, "Out it comes");
        return repository;
    }

    private static void commit(Path repository, String message) throws IOException, InterruptedException {
        git(repository, "add", "-A");
        git(
                repository,
                "-c",
                "user.name=T",
                "-c",
                "user.email=t@example.org",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-m",
                message);
    }

    private static void git(Path folder, String... command) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(command))
                .toArray(String[]::new);
        Process git = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }
}
