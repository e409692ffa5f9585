-- Why a tenant is suspended. One that is suspended for two reasons is not back when one of them is gone.
alter table tenancy.tenant add column suspended_for text[] not null default '{}';
-- Around the isolation, which is back before anybody else sees the rows again.
alter table tenancy.tenant no force row level security;
update tenancy.tenant set suspended_for = '{decision}' where status = 'suspended';
alter table tenancy.tenant force row level security;
alter table tenancy.tenant
    add constraint tenant_suspended_for_known check (suspended_for <@ array['decision', 'payment']),
    add constraint tenant_suspended_for_something check ((status = 'suspended') = (cardinality(suspended_for) > 0));
