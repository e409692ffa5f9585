-- Reads the acting tenant that the transaction manager bound; NULL outside of a tenant's transaction, so that every
-- policy built on it fails closed. NULLIF because the setting reads '' after a commit.
create function platform.tenant() returns uuid
    language sql stable parallel safe
    as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Gives a table the standard policies: a tenant reads and writes its own rows, the owner of its brand reads them.
create procedure platform.isolate(target regclass)
    language plpgsql
    as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant_own on %s to ${app} using (tenant_id = (select platform.tenant()))
                    with check (tenant_id = (select platform.tenant()))', target);
    execute format('create policy reseller_reads on %s for select to ${app}
                    using (reseller_id = (select platform.tenant()))', target);
    execute format('grant select, insert, update, delete on %s to ${app}, ${platform}', target);
end
$$;

grant usage on schema platform to ${app}, ${platform};

create table platform.cross_tenant_access (
    id      uuid primary key,
    at      timestamptz not null default now(),
    purpose text not null,
    actor   text not null
);
alter table platform.cross_tenant_access enable row level security;
alter table platform.cross_tenant_access force row level security;
grant select, insert on platform.cross_tenant_access to ${platform};
