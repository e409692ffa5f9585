/** Keycloak as the identity provider: its admin interface, and nothing else of it. */
@NullMarked
package io.chom.tenants.identity.keycloak;

import org.jspecify.annotations.NullMarked;
