@NullMarked
package io.chom.tenants.billing.details;

import org.jspecify.annotations.NullMarked;
