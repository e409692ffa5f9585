/** Mail in a brand: queued with the change that it tells of, written in the brand and language of the moment, sent once. */
@NamedInterface("mail")
@NullMarked
package io.chom.tenants.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
