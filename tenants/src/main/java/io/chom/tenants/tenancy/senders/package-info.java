/** How brand owners send mail: name, address for answers, a proved address of their own, a server of their own. */
@NamedInterface("senders")
@NullMarked
package io.chom.tenants.tenancy.senders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
