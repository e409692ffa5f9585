/** Draws the pictures under which a portal lies on a home screen from the brand's favicon. */
@NullMarked
package io.chom.theming.icons;

import org.jspecify.annotations.NullMarked;
