/** Who is logged in, at which brand, for which organisation: fixed in the session at log-in and bound to its host. */
@NullMarked
package io.chom.portal.session;

import org.jspecify.annotations.NullMarked;
