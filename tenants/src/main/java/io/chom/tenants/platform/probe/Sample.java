package io.chom.tenants.platform.probe;

import io.chom.tenants.platform.Uuids;
import io.chom.tenants.platform.probe.Tables.Column;
import io.chom.tenants.platform.probe.Tables.Table;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A throw-away tenant and the rows it would have. All ids of its rows are one and the same, so that rows of different
 * tables refer to each other.
 *
 * @param tenant whose rows
 * @param reseller owner of its brand
 * @param id every other id
 */
record Sample(UUID tenant, UUID reseller, UUID id) {

    static Sample ofReseller() {
        UUID tenant = Uuids.next();
        return new Sample(tenant, tenant, Uuids.next());
    }

    static Sample ofCustomer(Sample reseller) {
        return new Sample(Uuids.next(), reseller.tenant, Uuids.next());
    }

    /** The same tenant with another row. */
    Sample another() {
        return new Sample(tenant, reseller, Uuids.next());
    }

    /** Makes the tenant itself. */
    String tenantRow() {
        return "insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name) values ('%s', '%s', '%s', '%s', 'probe')"
                .formatted(tenant, reseller, tenant.equals(reseller) ? "reseller" : "customer", slug());
    }

    /** Makes a row of a table. */
    String row(Table table) {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        table.name(),
                        table.columns().stream().map(Column::name).collect(Collectors.joining(", ")),
                        table.columns().stream().map(this::value).collect(Collectors.joining(", ")));
    }

    private String value(Column column) {
        return switch (column.name()) {
            case "tenant_id" -> quoted(tenant.toString());
            case "reseller_id" -> quoted(reseller.toString());
            default -> column.allowed() == null ? byType(column) : quoted(column.allowed());
        };
    }

    private String byType(Column column) {
        return switch (column.type()) {
            case "uuid" -> quoted(id.toString());
            case "smallint", "integer", "bigint" -> "1";
            case "boolean" -> "false";
            case "date", "timestamp with time zone", "timestamp without time zone" -> "now()";
            case "json", "jsonb" -> "'{}'";
            case "bytea" -> "sha256('%s')".formatted(id);
            case String numeric when numeric.startsWith("numeric") || numeric.startsWith("double") -> "1";
            case String array when array.endsWith("[]") -> "array[%s]::%s".formatted(quoted(slug()), array);
            default -> quoted(column.length() == 0 ? slug() : slug().substring(0, column.length()));
        };
    }

    private String slug() {
        return "p" + id.toString().replace("-", "").substring(16);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
