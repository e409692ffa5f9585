/** What is off the prices of customers: given, asked for and ended by whoever sells to them. */
@NullMarked
package io.chom.portal.discounts;

import org.jspecify.annotations.NullMarked;
