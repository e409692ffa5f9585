/** What a customer has used in its period, and what it costs. */
@NullMarked
package io.chom.portal.usage;

import org.jspecify.annotations.NullMarked;
