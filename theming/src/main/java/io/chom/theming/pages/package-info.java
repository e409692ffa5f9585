/** Renders the public pages of a brand as HTML that works without scripts and carries no inline style. */
@NullMarked
package io.chom.theming.pages;

import org.jspecify.annotations.NullMarked;
