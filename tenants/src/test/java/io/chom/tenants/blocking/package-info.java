/** No event loop is ever kept waiting, which the whole test run watches. */
@NullMarked
package io.chom.tenants.blocking;

import org.jspecify.annotations.NullMarked;
