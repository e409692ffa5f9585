/** The executable: one program that plays the roles ui, api and worker as sibling contexts. */
@NullMarked
package io.chom.portal;

import org.jspecify.annotations.NullMarked;
