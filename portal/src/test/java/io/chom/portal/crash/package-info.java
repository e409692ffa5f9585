/** Kills a running program at named places of its code, from an agent inside of it; production code knows nothing of it. */
@NullMarked
package io.chom.portal.crash;

import org.jspecify.annotations.NullMarked;
