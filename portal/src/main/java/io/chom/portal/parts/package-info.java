/** Pieces that every screen is made of: page head, the four states, meters, charts, icons. */
@NullMarked
package io.chom.portal.parts;

import org.jspecify.annotations.NullMarked;
