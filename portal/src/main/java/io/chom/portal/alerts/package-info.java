/** What a customer was told about its usage, and the budget that it is told about. */
@NullMarked
package io.chom.portal.alerts;

import org.jspecify.annotations.NullMarked;
