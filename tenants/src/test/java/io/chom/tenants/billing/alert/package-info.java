@NullMarked
package io.chom.tenants.billing.alert;

import org.jspecify.annotations.NullMarked;
