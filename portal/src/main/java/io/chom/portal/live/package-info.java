/** The one bridge from the reactive services to a screen. */
@NullMarked
package io.chom.portal.live;

import org.jspecify.annotations.NullMarked;
