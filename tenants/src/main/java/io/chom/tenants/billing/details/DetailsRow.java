package io.chom.tenants.billing.details;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reads billing details from a row that has them under their own names. */
public final class DetailsRow {

    /** The names, one after the other. */
    public static final String COLUMNS =
            "legal_name, street, second_line, postal_code, city, country, vat_id, tax_number, email, buyer_reference";

    private DetailsRow() {}

    /** The details of the row. */
    public static BillingDetails read(Readable row) {
        return new BillingDetails(
                text(row, "legal_name"),
                text(row, "street"),
                text(row, "second_line"),
                text(row, "postal_code"),
                text(row, "city"),
                text(row, "country"),
                text(row, "vat_id"),
                text(row, "tax_number"),
                text(row, "email"),
                text(row, "buyer_reference"));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
