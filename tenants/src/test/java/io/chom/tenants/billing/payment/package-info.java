/** Tests of payments, against the sandbox over HTTP and PostgreSQL. */
@NullMarked
package io.chom.tenants.billing.payment;

import org.jspecify.annotations.NullMarked;
