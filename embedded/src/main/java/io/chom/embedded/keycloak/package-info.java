/** Keycloak as a child process: unpacked and built once per machine, its tables in PostgreSQL. */
@NullMarked
package io.chom.embedded.keycloak;

import org.jspecify.annotations.NullMarked;
