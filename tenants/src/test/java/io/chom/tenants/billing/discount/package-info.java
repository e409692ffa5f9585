@NullMarked
package io.chom.tenants.billing.discount;

import org.jspecify.annotations.NullMarked;
