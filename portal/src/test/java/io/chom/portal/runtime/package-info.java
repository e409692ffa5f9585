/** Checks of how the contexts are put together. */
@NullMarked
package io.chom.portal.runtime;

import org.jspecify.annotations.NullMarked;
