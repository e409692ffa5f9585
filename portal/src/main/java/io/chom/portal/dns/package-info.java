/** DNS records and what name servers say of them, as people read it. */
@NullMarked
package io.chom.portal.dns;

import org.jspecify.annotations.NullMarked;
