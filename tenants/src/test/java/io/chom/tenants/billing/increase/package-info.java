@NullMarked
package io.chom.tenants.billing.increase;

import org.jspecify.annotations.NullMarked;
