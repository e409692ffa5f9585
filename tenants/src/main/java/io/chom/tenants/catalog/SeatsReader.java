package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a plan is sold by the seat. */
final class SeatsReader {

    private SeatsReader() {}

    /** @param isYearly whether the plan is also sold by the year, so that its seats have to be too */
    static @Nullable Seats read(Field field, Tender tender, boolean isYearly) {
        if (!field.present()) {
            return null;
        }
        field.only(List.of("included", "price", "yearly", "most"));
        int included = field.at("included").integer(1, Seats.MOST);
        return new Seats(
                included,
                tender.money(field.at("price")),
                yearly(field.at("yearly"), tender, isYearly),
                most(field.at("most"), included),
                included);
    }

    private static @Nullable Money yearly(Field field, Tender tender, boolean isYearly) {
        if (isYearly) {
            return tender.money(field);
        }
        if (field.present()) {
            throw field.wrong("has no meaning unless the plan is sold by the year.");
        }
        return null;
    }

    private static @Nullable Integer most(Field field, int included) {
        if (!field.present()) {
            return null;
        }
        int most = field.integer(1, Seats.MOST);
        if (most < included) {
            throw field.wrong("must be at least as many as are included.");
        }
        return most;
    }
}
