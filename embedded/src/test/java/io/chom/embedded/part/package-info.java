/** What parts have in common, as they see it. */
@NullMarked
package io.chom.embedded.part;

import org.jspecify.annotations.NullMarked;
