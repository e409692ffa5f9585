/** The screen on which a reseller says how its mail is sent, and sees whom it does not reach. */
@NullMarked
package io.chom.portal.mailing;

import org.jspecify.annotations.NullMarked;
