/** What strangers may try with the inputs of a brand, and what a browser does with what becomes of it. */
@NullMarked
package io.chom.portal.hostile;

import org.jspecify.annotations.NullMarked;
