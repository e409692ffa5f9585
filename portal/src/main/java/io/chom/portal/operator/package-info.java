/** What the platform's operator sees of the resellers. */
@NullMarked
package io.chom.portal.operator;

import org.jspecify.annotations.NullMarked;
