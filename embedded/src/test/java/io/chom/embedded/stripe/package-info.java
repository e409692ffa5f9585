/** What of the sandbox cannot be seen from outside. */
@NullMarked
package io.chom.embedded.stripe;

import org.jspecify.annotations.NullMarked;
