package io.chom.tenants.platform.probe;

import java.util.List;

/** Ways in which somebody with the best intentions opens the database. */
final class Mutations {

    static final List<String> TABLES = List.of(
            "tenancy.tenant",
            "tenancy.domain",
            "tenancy.brand",
            "platform.outbox",
            "platform.inbox",
            "platform.idempotency_key");

    static final List<String> ALL = List.of(
            "alter table %TABLE% disable row level security",
            "alter table %TABLE% no force row level security",
            "drop policy tenant_own on %TABLE%",
            "drop policy reseller_reads on %TABLE%",
            "alter policy tenant_own on %TABLE% using (true)",
            "alter policy tenant_own on %TABLE% with check (true)",
            "alter policy tenant_own on %TABLE% using (tenant_id = reseller_id)",
            "alter policy tenant_own on %TABLE% to chom_platform",
            "alter policy reseller_reads on %TABLE% using (platform.tenant() is not null)",
            "create policy more on %TABLE% to chom_app using (reseller_id = (select platform.tenant()))",
            "create policy more on %TABLE% for select to public using (true)",
            "create policy more on %TABLE% for insert to chom_app with check (true)",
            "grant truncate on %TABLE% to chom_app",
            "grant references on %TABLE% to chom_app",
            "grant trigger on %TABLE% to chom_app",
            "grant maintain on %TABLE% to chom_app",
            "grant select on %TABLE% to public",
            "grant select on %TABLE% to chom_app with grant option",
            "revoke select on %TABLE% from chom_app",
            "create view platform.seen as select * from %TABLE%; grant select on platform.seen to chom_app",
            "create view platform.seen as select * from %TABLE%",
            "create materialized view platform.kept as select * from %TABLE%; grant select on platform.kept to chom_app",
            "create function platform.all_rows() returns bigint language sql security definer"
                    + " as 'select count(*) from %TABLE%'",
            "create unique index one_at_all on %TABLE% (reseller_id) where false",
            "alter table %TABLE% add foreign key (reseller_id) references tenancy.tenant (tenant_id) not valid",
            "create table platform.loose (id uuid primary key)",
            "create table platform.loose (tenant_id uuid primary key, reseller_id uuid not null);"
                    + " grant select on platform.loose to chom_app",
            "create table platform.loose (tenant_id uuid, reseller_id uuid not null);"
                    + " call platform.isolate('platform.loose')",
            "create table platform.parts (tenant_id uuid not null, reseller_id uuid not null, at date not null)"
                    + " partition by range (at);"
                    + " create table platform.part partition of platform.parts default;"
                    + " call platform.isolate('platform.parts'); grant select on platform.part to chom_app",
            "grant usage on sequence platform.outbox_position_seq to chom_app",
            "grant select on platform.flyway_history to chom_app",
            "create or replace function platform.tenant() returns uuid language sql stable"
                    + " as 'select tenant_id from tenancy.tenant limit 1'",
            "grant create on schema platform to chom_app",
            "grant create on database chom to chom_app",
            "grant temporary on database chom to public",
            "alter default privileges in schema platform grant select on tables to chom_app",
            "alter default privileges grant select on tables to public");

    private Mutations() {}
}
