@NullMarked
package io.chom.tenants.billing.metering;

import org.jspecify.annotations.NullMarked;
