@NullMarked
package io.chom.tenants.billing.mirror;

import org.jspecify.annotations.NullMarked;
