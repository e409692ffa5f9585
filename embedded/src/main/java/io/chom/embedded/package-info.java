/** The real parts in one machine: each starts when its address is not configured, and its address is then published. */
@NullMarked
package io.chom.embedded;

import org.jspecify.annotations.NullMarked;
