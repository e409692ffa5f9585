/** The screen on which a reseller adds its own domains and sees what is missing for each. */
@NullMarked
package io.chom.portal.domains;

import org.jspecify.annotations.NullMarked;
