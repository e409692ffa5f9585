/** Writes documents in a brand as PDF: invoices and statements that anybody can read, print, store and prove unchanged. */
@NullMarked
package io.chom.theming.documents;

import org.jspecify.annotations.NullMarked;
