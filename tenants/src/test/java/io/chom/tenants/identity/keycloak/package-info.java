/** Tests of Keycloak's adapter. */
@NullMarked
package io.chom.tenants.identity.keycloak;

import org.jspecify.annotations.NullMarked;
