package io.chom.tenants.platform.probe;

import java.util.List;

/** What holds for tables, their policies and their keys. */
final class TableRules {

    /** As PostgreSQL prints the two predicates that {@code platform.isolate} writes. */
    private static final String POLICIES = """
            , owned as (select '(tenant_id = ( SELECT platform.tenant() AS tenant))'::text as predicate),
            brand as (select '(reseller_id = ( SELECT platform.tenant() AS tenant))'::text as predicate),
            policies as (
                select t.name, t.oid as table, p.*, pg_get_expr(p.polqual, p.polrelid) as reads,
                       pg_get_expr(p.polwithcheck, p.polrelid) as writes
                from pg_policy p join tables t on t.oid = p.polrelid cross join app
                where p.polpermissive and (p.polroles = '{0}' or app.oid = any (p.polroles)))
            """;

    static final List<Rule> ALL = List.of(
            Rule.of("row-level security is enabled and forced", """
                    select name, format('enabled %s, forced %s', relrowsecurity, relforcerowsecurity) from tables
                    where not relrowsecurity or not relforcerowsecurity
                    """),
            Rule.of("what is not isolated is closed to the application", """
                    select name || ' for the application', 'may be used without row-level security'
                    from all_tables cross join app
                    where not (relrowsecurity and relforcerowsecurity) and (
                        has_any_column_privilege(app.oid, all_tables.oid, 'select, insert, update')
                        or has_table_privilege(app.oid, all_tables.oid, 'delete'))
                    """),
            Rule.of("names its tenant and its reseller", """
                    select name, 'no column ' || wanted || ' uuid not null'
                    from tables cross join unnest(array['tenant_id', 'reseller_id']) wanted
                    where not exists (select from pg_attribute a where a.attrelid = tables.oid and a.attname = wanted
                                      and a.attnotnull and a.atttypid = 'uuid'::regtype)
                    """),
            Rule.of("a tenant reads and writes its own rows", POLICIES + """
                    select name, 'no policy of the tenant for reading and writing' from tables
                    where not exists (select from policies, owned where policies.table = tables.oid
                        and polcmd = '*' and reads = predicate and writes = predicate)
                    """),
            Rule.of("a reseller reads the rows of its brand", POLICIES + """
                    select name, 'no policy of the reseller for reading' from tables
                    where not exists (select from policies, brand where policies.table = tables.oid
                        and polcmd = 'r' and reads = predicate)
                    """),
            Rule.of("no policy lets anybody else in", POLICIES + """
                    select name || '.' || polname, format('for %s using %s with check %s', polcmd, reads, writes)
                    from policies, owned, brand
                    where not (polcmd = '*' and reads = owned.predicate and writes is not distinct from owned.predicate)
                      and not (polcmd = 'r' and reads in (owned.predicate, brand.predicate))
                    """),
            Rule.of("unique keys belong to a tenant or cannot be guessed", """
                    select t.name || '.' || i.relname, pg_get_indexdef(i.oid)
                    from pg_index x join tables t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                    where x.indisunique
                      and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id'
                                      and a.attnum = any ((x.indkey::int2[])[0:x.indnkeyatts - 1]))
                      and not (x.indnkeyatts = 1 and exists (
                          select from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0]
                          and a.atttypid = 'uuid'::regtype and a.attname <> 'reseller_id'))
                    """),
            Rule.of("foreign keys stay within a tenant", """
                    select t.name || '.' || k.conname, pg_get_constraintdef(k.oid)
                    from pg_constraint k join tables t on t.oid = k.conrelid
                    where k.contype = 'f' and not exists (
                        select from unnest(k.conkey, k.confkey) as pair (here, there)
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
                        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
                        where a.attname = 'tenant_id' and b.attname = 'tenant_id')
                    """));

    private TableRules() {}
}
