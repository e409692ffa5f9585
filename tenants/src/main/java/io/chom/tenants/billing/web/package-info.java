/** HTTP of billing: what the running period comes to. */
@NullMarked
package io.chom.tenants.billing.web;

import org.jspecify.annotations.NullMarked;
