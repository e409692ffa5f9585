/** The adapter of {@link io.chom.tenants.platform.Broadcast} to PostgreSQL's LISTEN and NOTIFY. */
@NullMarked
package io.chom.tenants.platform.broadcast;

import org.jspecify.annotations.NullMarked;
