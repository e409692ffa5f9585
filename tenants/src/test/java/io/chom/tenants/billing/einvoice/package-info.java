@NullMarked
package io.chom.tenants.billing.einvoice;

import org.jspecify.annotations.NullMarked;
