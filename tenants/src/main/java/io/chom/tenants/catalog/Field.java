package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place in a catalogue file, which knows where it is, so that every complaint names file and path.
 *
 * @param file the file, as an operator would look for it
 * @param path where in it, such as {@code /plans/pro/price}; empty at the top
 * @param node what stands there, or null when nothing does
 */
record Field(String file, String path, @Nullable JsonNode node) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** The child of that name, which may be missing. */
    Field at(String name) {
        return new Field(file, path + "/" + name, object().get(name));
    }

    /** The children in the order of the file. */
    Stream<Field> children() {
        return object().propertyNames().stream().map(this::at);
    }

    /** The entries of a list in its order; none where there is no list. */
    Stream<Field> entries() {
        if (!present()) {
            return Stream.empty();
        }
        JsonNode list = Objects.requireNonNull(node);
        if (!list.isArray()) {
            throw wrong("must be a list, such as [one, another].");
        }
        return IntStream.range(0, list.size()).mapToObj(at -> new Field(file, path + "/" + at, list.get(at)));
    }

    /** Refuses names that nobody reads, which are mostly misspelled ones. */
    Field only(List<String> names) {
        object().propertyNames().stream().filter(name -> !names.contains(name)).forEach(name -> {
            throw at(name).wrong("is not known here; known are " + String.join(", ", names) + ".");
        });
        return this;
    }

    boolean present() {
        return node != null && !node.isNull();
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String text() {
        if (node == null || !node.isString() || node.stringValue().isBlank()) {
            throw wrong("must be a text.");
        }
        return node.stringValue();
    }

    /** A text, or the usual one where there is none. */
    String textOr(String usual) {
        return present() ? text() : usual;
    }

    /** What stands here for each language, by the language's name such as {@code de}; nothing where nothing stands. */
    <T> Map<Locale, T> translations(Function<Field, T> reader) {
        return present() ? children().collect(Collectors.toUnmodifiableMap(Field::language, reader)) : Map.of();
    }

    private Locale language() {
        if (!LANGUAGE.matcher(name()).matches()) {
            throw wrong("must be the name of a language in two or three small letters, such as de.");
        }
        return Locale.of(name());
    }

    /** A text that the given reader accepts. */
    <T> T text(Function<String, T> reader, String sentence) {
        try {
            return reader.apply(text());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(sentence);
        }
    }

    int integer(int least, int most) {
        if (node == null || !node.isInt() || node.intValue() < least || node.intValue() > most) {
            throw wrong("must be a whole number from " + least + " to " + most + ".");
        }
        return node.intValue();
    }

    /** Whether it says true; false where it says nothing. */
    boolean flag() {
        if (node != null && !node.isBoolean()) {
            throw wrong("must be true or false.");
        }
        return node != null && node.booleanValue();
    }

    BigDecimal quantity() {
        if (node == null || !node.isNumber() || node.decimalValue().signum() < 0) {
            throw wrong("must be a number, zero or more.");
        }
        return node.decimalValue();
    }

    /** An amount in quotes: a bare number would have gone through a binary fraction. */
    Money money(Currency currency) {
        Money money = text(
                text -> Money.of(text, currency),
                "must be an amount of " + currency + " in quotes, such as \"29.00\", with at most "
                        + currency.getDefaultFractionDigits() + " decimals.");
        if (money.minor() < 0) {
            throw wrong("must not be negative.");
        }
        return money;
    }

    /** The price of one unit in quotes, which may be finer than the currency's minor unit. */
    UnitPrice unitPrice(Currency currency) {
        return text(
                text -> UnitPrice.of(text, currency),
                "must be a price in " + currency
                        + " in quotes, such as \"0.05\", zero or more, with at most 12 decimals.");
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        String known = String.join(
                ", ", Stream.of(type.getEnumConstants()).map(Field::word).toList());
        return text(
                text -> Stream.of(type.getEnumConstants())
                        .filter(one -> word(one).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "must be one of " + known + ".");
    }

    InvalidCatalogue wrong(String sentence) {
        return new InvalidCatalogue(file, path, sentence);
    }

    private JsonNode object() {
        if (node == null || !node.isObject()) {
            throw wrong("must hold named entries.");
        }
        return node;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
