/** Turns a brand into readable colours, CSS, pages and artwork; knows no web stack and no database. */
@NullMarked
package io.chom.theming;

import org.jspecify.annotations.NullMarked;
