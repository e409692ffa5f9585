/** Writes mails in a brand: a structured letter becomes HTML for every client, in light and dark, and plain text. */
@NullMarked
package io.chom.theming.mail;

import org.jspecify.annotations.NullMarked;
