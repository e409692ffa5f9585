package io.chom.tenants.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.support.TenantsTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Published versions on a real database. Nothing that is published here can go away again, so each test has its own. */
@TenantsTest
class PublicationTest {

    private static final int PROCESSES = 8;

    @Autowired
    Environment environment;

    @Autowired
    Catalogues catalogues;

    private final String name = "pub-" + Long.toString(System.nanoTime(), 36);

    private final String first = """
            catalogue: %s
            version: 1
            currency: USD
            meters: {}
            plans:
              pro: { name: Pro, price: "79.00", allowances: {} }
            """.formatted(name);

    private final String second = first.replace("version: 1", "version: 2").replace("79.00", "89.00");

    @Test
    void the_program_has_published_what_it_started_with_to_the_letter() throws SQLException {
        var shipped = CatalogueConfiguration.read(CatalogueConfiguration.SHIPPED);

        assertThat(shipped)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(versions())
                        .filteredOn(one -> one.isOf(file.catalogue()))
                        .singleElement()
                        .satisfies(one -> assertThat(one.document()).isEqualTo(file.document())));
        try (var connection = open("app")) {
            assertThat(Catalogues.published(connection).plan("hosting", 1, "pro"))
                    .isEqualTo(catalogues.plan("hosting", 1, "pro"));
        }
    }

    @Test
    void another_start_may_find_it_written_differently() throws SQLException {
        publish(first);
        publish("# one line more\n" + first.replace("\"79.00\"", "\"79\""));

        assertThat(published()).containsExactly(first);
    }

    @Test
    void a_start_that_would_change_it_is_refused_with_all_that_it_needs() throws SQLException {
        publish(first);
        var other = name + "-new";
        var changed = first.replace("79.00", "89.00").replace("name: Pro", "name: Professional");

        assertThatThrownBy(() -> publish(changed, first.replace(name, other)))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageMatching("test\\.yaml:6: /plans/pro/name: Pro published, Professional in the file;"
                        + " /plans/pro/price: 79\\.00 published, 89\\.00 in the file\\. Version 1 was published on"
                        + " \\d{4}-\\d\\d-\\d\\d, and what was bought under it stays as it was\\. Undo the change here,"
                        + " copy the file, raise the version in the copy and make the change there\\.");
        assertThat(published()).containsExactly(first);
        assertThat(versions())
                .extracting(PublishedVersions.Published::catalogue)
                .doesNotContain(other);
    }

    /** Subscriptions on it go on: that it was sold is a matter of the database, not of a folder. */
    @Test
    void a_version_whose_file_is_gone_is_read_from_the_database_and_not_sold() throws SQLException {
        publish(first, second);

        var withdrawn = publish(first);
        assertThat(withdrawn.plan(name, "pro").orElseThrow().price()).hasToString("79.00 USD");
        assertThat(withdrawn.plan(name, 2, "pro").orElseThrow().price()).hasToString("89.00 USD");

        var replaced = publish(second);
        assertThat(replaced.plan(name, "pro").orElseThrow().version()).isEqualTo(2);
        assertThat(replaced.plan(name, 1, "pro").orElseThrow().price()).hasToString("79.00 USD");

        var retired = publish(first.replace(name, name + "-other"));
        assertThat(retired.plans(name)).isEmpty();
        assertThat(retired.plan(name, 1, "pro")).isPresent();
    }

    @Test
    void of_processes_that_start_together_one_publishes_and_the_others_agree() throws Exception {
        var texts = IntStream.range(0, PROCESSES)
                .mapToObj(at -> "# process " + at + "\n" + first)
                .toList();

        assertThat(together(texts)).hasSize(PROCESSES).containsOnly("agrees");
        assertThat(published()).singleElement().isIn(texts);
    }

    @Test
    void of_processes_that_start_together_with_different_prices_one_price_is_published() throws Exception {
        var texts = IntStream.range(0, PROCESSES)
                .mapToObj(at -> first.replace("79.00", at % 2 == 0 ? "70.00" : "80.00"))
                .toList();

        var ends = together(texts);
        assertThat(ends.stream().filter("agrees"::equals)).hasSize(PROCESSES / 2);
        assertThat(ends.stream().filter(end -> end.contains("/plans/pro/price: ")))
                .hasSize(PROCESSES / 2);
        assertThat(published()).hasSize(1);
    }

    /** During an upgrade processes of two versions run side by side, and one may start again. */
    @Test
    void what_a_newer_program_published_keeps_no_older_one_from_starting() throws SQLException {
        try (var connection = open("platform")) {
            try (var insert = connection.createStatement()) {
                insert.execute("insert into catalog.published values ('%s', 7, 'catalogue: %s\nmoon: full', '%s')"
                        .formatted(name, name, "0".repeat(64)));
            }
            var all = new PublishedVersions(connection).all();
            connection.rollback();

            assertThat(all).extracting(PublishedVersions.Published::catalogue).contains(name, "hosting");
            assertThat(PublishedVersions.files(all))
                    .extracting(file -> file.catalogue().name())
                    .contains("hosting")
                    .doesNotContain(name);
        }
    }

    @Test
    void nobody_changes_or_removes_it() throws SQLException {
        publish(first);
        var update = "update catalog.published set document = 'x' where catalogue = '" + name + "'";
        var delete = "delete from catalog.published where catalogue = '" + name + "'";
        var insert = "insert into catalog.published values ('" + name + "', 9, 'x', '" + "0".repeat(64) + "')";

        for (String role : List.of("app", "platform")) {
            for (String statement : List.of(update, delete, "truncate catalog.published")) {
                assertThatThrownBy(() -> run(role, statement)).hasMessageContaining("permission denied");
            }
        }
        assertThatThrownBy(() -> run("app", insert)).hasMessageContaining("permission denied");
        for (String statement : List.of(update, delete, "truncate catalog.published")) {
            assertThatThrownBy(() -> run("owner", statement))
                    .hasMessageContaining("a published catalogue never changes: publish a new version");
        }
        assertThat(published()).containsExactly(first);
    }

    private List<String> together(List<String> texts) throws Exception {
        var barrier = new CyclicBarrier(texts.size());
        List<Callable<String>> starts = texts.stream()
                .map(text -> (Callable<String>) () -> {
                    barrier.await();
                    return end(text);
                })
                .toList();
        var ends = new ArrayList<String>();
        try (var processes = Executors.newFixedThreadPool(texts.size())) {
            for (Future<String> end : processes.invokeAll(starts)) {
                ends.add(end.get());
            }
        }
        return ends;
    }

    private String end(String text) throws SQLException {
        try {
            publish(text);
            return "agrees";
        } catch (InvalidCatalogue refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private Catalogues publish(String... texts) throws SQLException {
        try (var connection = open("platform")) {
            return Publication.of(CatalogueOf.files(texts), connection);
        }
    }

    private List<PublishedVersions.Published> versions() throws SQLException {
        try (var connection = open("app")) {
            return new PublishedVersions(connection).all();
        }
    }

    private Stream<String> published() throws SQLException {
        return versions().stream()
                .filter(one -> one.catalogue().equals(name))
                .map(PublishedVersions.Published::document);
    }

    private void run(String role, String statement) throws SQLException {
        try (var connection = open(role);
                var change = connection.createStatement()) {
            change.execute(statement);
            connection.commit();
        }
    }

    private Connection open(String role) throws SQLException {
        var connection = DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                environment.getRequiredProperty("chom.postgres." + role + ".name"),
                environment.getRequiredProperty("chom.postgres." + role + ".password"));
        connection.setAutoCommit(false);
        return connection;
    }
}
