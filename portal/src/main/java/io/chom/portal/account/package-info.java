/** What a person looks after for themselves: where they are signed in. */
@NullMarked
package io.chom.portal.account;

import org.jspecify.annotations.NullMarked;
