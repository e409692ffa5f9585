/** Opens what the browser gets in a real browser, in the demo brands. */
@NullMarked
package io.chom.frontend;

import org.jspecify.annotations.NullMarked;
