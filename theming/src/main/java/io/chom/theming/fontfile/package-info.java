/** Takes apart files of fonts that strangers have made: what is in a WOFF2, and what of it a document can have in itself. */
@NullMarked
package io.chom.theming.fontfile;

import org.jspecify.annotations.NullMarked;
