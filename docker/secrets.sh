#!/usr/bin/env bash
# Makes the passwords that are missing in docker/secrets. What is there stays: servers remember the first one they got.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
folder=${CHOM_SECRETS:-secrets}
mkdir -p "$folder"
chmod 700 "$folder" # nobody else gets past here; inside, each container's own user has to read
for name in postgres-superuser postgres-owner postgres-app postgres-platform postgres-keycloak keycloak-admin grafana-admin seal-key; do
  file=$folder/$name
  [[ -s $file ]] || head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$file"
  chmod 444 "$file"
done
