/** How numbers, dates and sentences are written for one person: locale, time zone, language. */
@NullMarked
package io.chom.portal.formats;

import org.jspecify.annotations.NullMarked;
