/** More than plans allow, decided by whoever sells them. */
@NullMarked
package io.chom.portal.requests;

import org.jspecify.annotations.NullMarked;
