/** Says whether the database answers, for health checks. */
@NullMarked
package io.chom.tenants.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
