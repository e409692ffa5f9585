package io.chom.tenants.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.Superuser;
import io.chom.tenants.support.TenantsTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Takes away whatever keeps tenants apart, one thing at a time: every policy, flag and grant that the database has, and
 * every limit of a role. What a later migration adds is among them without a word here.
 */
@TenantsTest
class RemovalsTest {

    /** Everything on a table that {@code platform.isolate} has dressed, but for partitions, which nobody reaches. */
    private static final String OF_TABLES = """
            with isolated as (
                select c.oid as id, c.oid::regclass as name, c.relacl, c.relnamespace from pg_class c
                where not c.relispartition
                  and exists (select from pg_policy where polrelid = c.oid and polname = 'tenant_own'))
            select format('drop policy %I on %s', polname, name) from pg_policy join isolated on id = polrelid
            union all
            select format('alter table %s %s', name, change) from isolated
            cross join unnest(array['disable row level security', 'no force row level security']) change
            union all
            select format('revoke %s on %s from %s', privilege_type, name, grantee::regrole)
            from isolated cross join lateral aclexplode(relacl)
            where grantee::regrole::text in ('chom_app', 'chom_platform') and privilege_type in ('SELECT', 'INSERT')
            union all
            select format('revoke usage on schema %s from %s', nspname, grantee::regrole)
            from pg_namespace cross join lateral aclexplode(nspacl)
            where grantee::regrole::text in ('chom_app', 'chom_platform') and privilege_type = 'USAGE'
              and pg_namespace.oid in (select relnamespace from isolated)
            """;

    private static final List<String> OF_ROLES = List.of(
            "alter role chom_app bypassrls",
            "alter role chom_owner bypassrls",
            "alter role chom_app superuser",
            "alter role chom_platform superuser",
            "alter role chom_owner superuser",
            "alter role chom_app createrole",
            "alter role chom_platform createrole",
            "alter role chom_app createdb",
            "alter role chom_app replication",
            "grant chom_platform to chom_app",
            "grant chom_owner to chom_app",
            "grant chom_owner to chom_platform",
            "grant pg_read_all_data to chom_app",
            "alter table tenancy.tenant owner to chom_app",
            "alter schema tenancy owner to chom_app");

    @Autowired
    Environment environment;

    @Test
    void the_probe_goes_red_for_each_thing_that_is_taken_away() throws Exception {
        List<String> removals;
        try (Connection superuser = Superuser.connect(environment)) {
            removals = removals(superuser);
        }

        List<String> unseen = new ArrayList<>();
        for (String removal : removals) {
            if (failuresAfter(removal) == 0) {
                unseen.add(removal);
            }
        }

        System.out.println(removals.size() + " removals");
        assertThat(removals)
                .hasSizeGreaterThan(50)
                .anyMatch(removal -> removal.startsWith("drop policy reseller_reads on usage.event"))
                .anyMatch(removal -> removal.startsWith("alter table usage.hourly no force"))
                .anyMatch(removal -> removal.startsWith("revoke SELECT on billing."));
        assertThat(unseen).isEmpty();
        assertThat(failuresAfter("select 1")).isZero();
    }

    private static List<String> removals(Connection superuser) throws SQLException {
        List<String> removals = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(OF_TABLES)) {
            while (rows.next()) {
                removals.add(rows.getString(1));
            }
        }
        return Stream.concat(removals.stream(), OF_ROLES.stream()).toList();
    }

    /** In a transaction that is rolled back, so that no other test sees it. */
    private long failuresAfter(String removal) throws SQLException, IOException {
        try (Connection connection = Superuser.connect(environment);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(removal);
                statement.execute("set local session authorization chom_owner");
                return IsolationProbe.of(environment).facts(connection).stream()
                        .filter(check -> check.outcome() == Check.Outcome.FAILED)
                        .count();
            } finally {
                connection.rollback();
            }
        }
    }

    /** The only one who may change roles; the program itself does not know the password. */
}
