package io.chom.tenants.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and where the next begins.
 *
 * @param items in the order of the list
 * @param next cursor of the next page, or null at the end
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    public Page {
        items = List.copyOf(items);
    }
}
