/** Public pages of a brand: server-rendered, stateless, cacheable; no session begins here. */
@NullMarked
package io.chom.portal.site;

import org.jspecify.annotations.NullMarked;
