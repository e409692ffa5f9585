/** The screens on made-up figures, to be looked at without any server part. */
@NullMarked
package io.chom.portal.preview;

import org.jspecify.annotations.NullMarked;
