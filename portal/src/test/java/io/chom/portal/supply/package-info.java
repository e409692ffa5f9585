/** What the program is made of, under which licences, and that its history holds no secret. */
@NullMarked
package io.chom.portal.supply;

import org.jspecify.annotations.NullMarked;
