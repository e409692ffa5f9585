/** HTTP of billing: what was bought, what may be used and what the running period comes to. */
@NullMarked
package io.chom.tenants.billing.web;

import org.jspecify.annotations.NullMarked;
