/** What a customer or a reseller owes and owed: its invoices, line by line and as documents. */
@NullMarked
package io.chom.portal.invoices;

import org.jspecify.annotations.NullMarked;
