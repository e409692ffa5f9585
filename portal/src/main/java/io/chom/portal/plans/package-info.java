/** The plan of a customer: what it includes, what another would cost, and its end. */
@NullMarked
package io.chom.portal.plans;

import org.jspecify.annotations.NullMarked;
