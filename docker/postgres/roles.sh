#!/usr/bin/env bash
# Prepares a new PostgreSQL server: the database of Keycloak, the roles and their rights. Runs once, inside the container.
set -euo pipefail
secrets=${CHOM_SECRETS:-/run/secrets}
createdb -U "$POSTGRES_USER" keycloak
# Passwords reach psql as variables that it reads itself, so that no list of processes shows them.
psql -U "$POSTGRES_USER" -d "$POSTGRES_DB" -1 -v ON_ERROR_STOP=1 -q <<SQL
\\set owner_password \`cat '$secrets/postgres-owner'\`
\\set app_password \`cat '$secrets/postgres-app'\`
\\set platform_password \`cat '$secrets/postgres-platform'\`
\\set keycloak_password \`cat '$secrets/postgres-keycloak'\`
\\i /etc/chom/roles.sql
SQL
