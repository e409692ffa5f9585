-- The roles and rights of CHOM Portal on a PostgreSQL server. Run it as a superuser, as often as you like:
--
--   createdb chom && createdb keycloak
--   psql -d chom -1 -v ON_ERROR_STOP=1 -v owner_password=… -v app_password=… -v platform_password=… \
--        -v keycloak_password=… -f roles.sql
--
-- chom_owner     owns the schema and runs the migrations; subject to row-level security like everyone else
-- chom_app       serves requests; sees the rows of one tenant at a time and creates nothing
-- chom_platform  runs the audited jobs of the platform across tenants; the only role that bypasses row-level security
-- keycloak       owns the tables of Keycloak in a database of its own

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['chom_owner', 'chom_app', 'chom_platform', 'keycloak'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I', role_name);
    END IF;
  END LOOP;
END
$$;

ALTER ROLE chom_owner    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE chom_app      LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD :'app_password';
ALTER ROLE chom_platform LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT BYPASSRLS   PASSWORD :'platform_password';
ALTER ROLE keycloak      LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD :'keycloak_password';

ALTER DATABASE chom OWNER TO chom_owner;
ALTER DATABASE keycloak OWNER TO keycloak;

REVOKE ALL ON DATABASE chom FROM PUBLIC;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
GRANT CONNECT ON DATABASE chom TO chom_app, chom_platform;

-- Tables live in one schema per module, made by the migrations; nobody builds in the common one.
ALTER SCHEMA public OWNER TO chom_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
