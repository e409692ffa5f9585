/** The memory of first answers, in PostgreSQL. */
@NullMarked
package io.chom.tenants.platform.idempotency;

import org.jspecify.annotations.NullMarked;
