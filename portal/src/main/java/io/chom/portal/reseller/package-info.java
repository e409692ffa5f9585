/** What a reseller sees of its customers. */
@NullMarked
package io.chom.portal.reseller;

import org.jspecify.annotations.NullMarked;
