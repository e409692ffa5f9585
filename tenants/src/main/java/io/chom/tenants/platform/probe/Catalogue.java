package io.chom.tenants.platform.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the facts: what the server itself says about tables, policies, roles and grants. */
final class Catalogue {

    private static final String SETTINGS = """
            select set_config('probe.schemas', ?, true), set_config('probe.app', ?, true),
                   set_config('probe.platform', ?, true), set_config('probe.signed', ?, true),
                   set_config('search_path', '', true)
            """;

    private static final String COUNT = Rule.TABLES + "select count(*) from tables";

    private final Connection owner;

    /** @param owner a connection of the owner, inside a transaction */
    Catalogue(Connection owner) {
        this.owner = owner;
    }

    List<Check> check(List<String> schemas, String app, String platform) throws SQLException {
        try (PreparedStatement settings = owner.prepareStatement(SETTINGS)) {
            settings.setString(1, String.join(",", schemas));
            settings.setString(2, app);
            settings.setString(3, platform);
            settings.setString(4, String.join(",", Signed.tables()));
            settings.execute();
        }
        List<Check> checks = new ArrayList<>(List.of(tables()));
        checks.addAll(Signed.tableChecks());
        for (Rule rule :
                Stream.concat(TableRules.ALL.stream(), AccessRules.ALL.stream()).toList()) {
            checks.addAll(check(rule));
        }
        return checks;
    }

    /** An empty database breaks no rule, and proves nothing. */
    private Check tables() throws SQLException {
        try (PreparedStatement count = owner.prepareStatement(COUNT);
                ResultSet found = count.executeQuery()) {
            found.next();
            int tables = found.getInt(1);
            return tables > 0
                    ? Check.passed("catalogue", "has tables", tables + " tables")
                    : Check.failed("catalogue", "has tables", "none: was the database migrated?");
        }
    }

    private List<Check> check(Rule rule) throws SQLException {
        List<Check> checks = new ArrayList<>();
        try (PreparedStatement query = owner.prepareStatement(rule.breakers());
                ResultSet breakers = query.executeQuery()) {
            while (breakers.next()) {
                checks.add(judge(rule, breakers.getString(1), breakers.getString(2)));
            }
        }
        if (checks.stream().noneMatch(check -> check.outcome() == Check.Outcome.FAILED)) {
            checks.add(Check.passed("catalogue", rule.name(), "holds"));
        }
        return checks;
    }

    private static Check judge(Rule rule, String object, String seen) {
        return Signed.reason(object)
                .map(reason -> Check.passed(object, rule.name(), "signed: " + reason))
                .orElseGet(() -> Check.failed(object, rule.name(), seen));
    }
}
