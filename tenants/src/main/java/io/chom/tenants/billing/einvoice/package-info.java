/** Invoices and credit notes as programs read them: EN 16931 in the syntax of UN/CEFACT. */
@NamedInterface("einvoice")
@NullMarked
package io.chom.tenants.billing.einvoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
