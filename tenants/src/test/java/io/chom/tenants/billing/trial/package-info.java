@NullMarked
package io.chom.tenants.billing.trial;

import org.jspecify.annotations.NullMarked;
