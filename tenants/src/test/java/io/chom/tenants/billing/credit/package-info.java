@NullMarked
package io.chom.tenants.billing.credit;

import org.jspecify.annotations.NullMarked;
