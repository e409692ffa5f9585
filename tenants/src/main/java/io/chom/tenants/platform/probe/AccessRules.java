package io.chom.tenants.platform.probe;

import java.util.List;

/** What holds for roles, grants, views and functions. */
final class AccessRules {

    static final List<Rule> ALL = List.of(
            Rule.of("the roles have no power beyond their part", """
                    select rolname, format('superuser %s, bypassrls %s, createrole %s, createdb %s, replication %s',
                                           rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication)
                    from pg_roles
                    where rolname in (current_setting('probe.app'), current_setting('probe.platform'), current_user)
                      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication
                           or rolbypassrls and rolname <> current_setting('probe.platform'))
                    """),
            Rule.of("the roles lend each other nothing", """
                    select pg_get_userbyid(member), 'is a member of ' || pg_get_userbyid(roleid) from pg_auth_members
                    where pg_get_userbyid(member) in (current_setting('probe.app'), current_setting('probe.platform'))
                    """),
            Rule.of("only the owner owns", """
                    select d.classid::regclass::text || ' ' || d.objid, 'is owned by ' || pg_get_userbyid(d.refobjid)
                    from pg_shdepend d
                    where d.deptype = 'o' and d.dbid in (0, (select oid from pg_database where datname = current_database()))
                      and pg_get_userbyid(d.refobjid) in (current_setting('probe.app'), current_setting('probe.platform'))
                    """),
            Rule.of("the application and the platform reach every table of a tenant", """
                    , roles as (select * from pg_roles
                                where rolname in (current_setting('probe.app'), current_setting('probe.platform')))
                    select name, format('%s may not %s', rolname, privilege)
                    from tables cross join roles cross join unnest(array['select', 'insert']) privilege
                    where not has_table_privilege(roles.oid, tables.oid, privilege)
                    union all
                    select nspname, format('%s may not use the schema', rolname) from here cross join roles
                    where not has_schema_privilege(roles.oid, here.oid, 'usage')
                    """),
            Rule.of("the application may select, insert, update and delete, no more", """
                    select tables.name, 'the application may ' || privilege
                    from tables cross join app
                    cross join unnest(array['truncate', 'references', 'trigger', 'maintain']) privilege
                    where has_table_privilege(app.oid, tables.oid, privilege)
                    """),
            Rule.of("nothing is granted to everybody or to be passed on", """
                    select c.oid::regclass::text, format('%s to %s%s', a.privilege_type,
                        case a.grantee when 0 then 'everybody' else pg_get_userbyid(a.grantee)::text end,
                        case when a.is_grantable then ' with grant option' else '' end)
                    from pg_class c join here on here.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a
                    where a.grantee = 0 or a.is_grantable and a.grantee <> c.relowner
                    """),
            Rule.of("partitions and counters are reached through their table", """
                    select c.oid::regclass::text, 'the application may use it directly'
                    from pg_class c join here on here.oid = c.relnamespace cross join app
                    where c.relispartition and c.relkind in ('r', 'p') and has_any_column_privilege(app.oid, c.oid,
                              'select, insert, update, references')
                       or c.relispartition and c.relkind in ('r', 'p') and has_table_privilege(app.oid, c.oid,
                              'delete, truncate, trigger')
                       or c.relkind = 'S' and has_sequence_privilege(app.oid, c.oid, 'usage, select, update')
                    """),
            Rule.of("the application builds nothing", """
                    select nspname, 'the application may create in it' from pg_namespace cross join app
                    where nspname not like 'pg\\_temp\\_%' and has_schema_privilege(app.oid, pg_namespace.oid, 'create')
                    union all
                    select datname, 'the application may create in it' from pg_database cross join app
                    where datname = current_database()
                      and has_database_privilege(app.oid, pg_database.oid, 'create, temporary')
                    """),
            Rule.of("nothing is granted ahead", """
                    select coalesce(n.nspname, 'every schema'), format('%s on future objects to %s', a.privilege_type,
                        case a.grantee when 0 then 'everybody' else pg_get_userbyid(a.grantee)::text end)
                    from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace
                    cross join lateral aclexplode(d.defaclacl) a
                    where a.grantee = 0 or pg_get_userbyid(a.grantee) = current_setting('probe.app')
                    """),
            Rule.of("views ask in the name of their reader and nothing is kept aside", """
                    select c.oid::regclass::text,
                           case c.relkind when 'v' then 'a view without security_invoker'
                                          else 'kept rows without row-level security, relkind ' || c.relkind::text end
                    from pg_class c join here on here.oid = c.relnamespace cross join app
                    where c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true',
                                                       'security_invoker=on', 'security_invoker=1']
                       or c.relkind in ('m', 'f') and has_any_column_privilege(app.oid, c.oid, 'select')
                    """),
            Rule.of("the tenant is read from the transaction alone", """
                    select 'platform.tenant()', coalesce(max(p.prosrc), 'is not there')
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    where n.nspname = 'platform' and p.proname = 'tenant'
                    having count(*) <> 1 or max(trim(p.prosrc)) <>
                        'select nullif(current_setting(''app.tenant'', true), '''')::uuid'
                    """),
            Rule.of("no function of the application acts as its owner", """
                    select p.oid::regprocedure::text, 'is security definer'
                    from pg_proc p join here on here.oid = p.pronamespace cross join app
                    where p.prosecdef and has_function_privilege(app.oid, p.oid, 'execute')
                    """));

    private AccessRules() {}
}
