/** Puts the contexts together: the root with all modules, and a sibling below it for each role. */
@NullMarked
package io.chom.portal.runtime;

import org.jspecify.annotations.NullMarked;
