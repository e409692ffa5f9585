package io.chom.tenants.platform.probe;

/**
 * Something that holds for every object of its kind, as a query for the objects that break it.
 *
 * <p>The queries read {@code probe.schemas}, {@code probe.signed}, {@code probe.app} and {@code probe.platform}, which
 * the {@link Catalogue} sets, and yield the name of each breaker and what is wrong with it.
 */
record Rule(String name, String breakers) {

    /** Our tables, the partitions of a partitioned one excepted: those are reached through their parent. */
    static final String TABLES = """
            with here as (select oid, nspname from pg_namespace
                          where nspname = any (string_to_array(current_setting('probe.schemas'), ','))),
            all_tables as (
                select c.*, here.nspname || '.' || c.relname as name
                from pg_class c join here on here.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition),
            tables as (
                select * from all_tables
                where not name like any (string_to_array(current_setting('probe.signed'), ','))),
            app as (select r.* from pg_roles r where r.rolname = current_setting('probe.app'))
            """;

    static Rule of(String name, String query) {
        return new Rule(name, TABLES + query);
    }
}
