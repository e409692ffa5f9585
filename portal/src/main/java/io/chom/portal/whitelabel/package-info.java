/** Walks a reseller's portal from outside, as its customers see it, and looks for any trace of the platform. */
@NullMarked
package io.chom.portal.whitelabel;

import org.jspecify.annotations.NullMarked;
