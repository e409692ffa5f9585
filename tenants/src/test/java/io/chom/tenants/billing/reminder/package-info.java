@NullMarked
package io.chom.tenants.billing.reminder;

import org.jspecify.annotations.NullMarked;
