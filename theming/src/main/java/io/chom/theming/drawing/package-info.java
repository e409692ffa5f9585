/** Draws the logos of a brand at any size, their words in the brand's own letters and not in those of this machine. */
@NullMarked
package io.chom.theming.drawing;

import org.jspecify.annotations.NullMarked;
