package io.chom.theming.documents;

import io.chom.theming.PlainText;
import java.math.BigDecimal;

/**
 * The tax of one rate on an {@link Invoice}.
 *
 * @param name what it is called where it is paid, such as {@code VAT}
 * @param rate in per cent
 * @param base what it is computed from, in minor units
 * @param amount in minor units
 */
public record Tax(String name, BigDecimal rate, long base, long amount) {

    public Tax {
        name = PlainText.cleaned(name);
    }
}
