package io.chom.tenants.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.TenantsTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@TenantsTest
class IsolationProbeTest {

    @Autowired
    Environment environment;

    @Test
    void finds_the_migrated_database_isolated_and_says_what_it_tried() {
        Report report = IsolationProbe.of(environment).run();

        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(report.checks())
                .as("a row of every table can be made and tried for")
                .noneMatch(check -> check.outcome() == Check.Outcome.NOT_TRIED)
                .hasSizeGreaterThan(6 * 15);
        assertThat(report.text())
                .contains("read as another reseller: 0 rows")
                .contains("signed: ")
                .endsWith("0 failed, 0 not tried");
        assertThat(JsonMapper.shared()
                        .readTree(report.json())
                        .required("passed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void goes_red_for_every_hole_in_the_catalogue() throws SQLException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String mutation =
                    Mutations.ALL.get(round < Mutations.ALL.size() ? round : random.nextInt(Mutations.ALL.size()));
            String sql = mutation.replace("%TABLE%", Mutations.TABLES.get(random.nextInt(Mutations.TABLES.size())));
            assertThat(failuresAfter(sql)).as("seed %d: %s", seed, sql).isPositive();
        }
        assertThat(failuresAfter("select 1")).isZero();
    }

    @Test
    void sees_by_trying_what_the_catalogue_would_not_tell() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create table platform.hole (tenant_id uuid not null, reseller_id uuid not null, words text not null,
                                                primary key (tenant_id, words));
                    grant select, insert, update, delete on platform.hole to chom_app
                    """);
            try {
                Report report = IsolationProbe.of(environment).run();
                assertThat(report.passed()).isFalse();
                assertThat(report.failures())
                        .filteredOn(check -> check.object().equals("platform.hole"))
                        .extracting(Check::what)
                        .contains(
                                "read as another reseller",
                                "update as another customer of the reseller",
                                "delete after the tenant was taken away",
                                "insert without any tenant",
                                "hand a row over to another tenant");
            } finally {
                statement.execute("drop table platform.hole");
            }
        }
    }

    @Test
    void proves_nothing_on_an_empty_database() throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            assertThat(new Catalogue(owner).check(List.of("no_such_schema"), "chom_app", "chom_platform"))
                    .anyMatch(check -> check.outcome() == Check.Outcome.FAILED);
            owner.rollback();
        }
    }

    private long failuresAfter(String sql) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            try {
                statement.execute(sql);
                return IsolationProbe.of(environment).facts(owner).stream()
                        .filter(check -> check.outcome() == Check.Outcome.FAILED)
                        .count();
            } finally {
                owner.rollback();
            }
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                environment.getRequiredProperty("chom.postgres.owner.name"),
                environment.getRequiredProperty("chom.postgres.owner.password"));
    }
}
