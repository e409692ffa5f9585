package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place in a catalogue file, which knows where it is, so that every complaint names file, line and path.
 *
 * @param source the file and its lines
 * @param path where in it, a JSON pointer such as {@code /plans/pro/price}; empty at the top
 * @param node what stands there, or null when nothing does
 */
record Field(Source source, String path, @Nullable JsonNode node) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** As people write an amount: no exponent, and no more digits than any price has. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,12})?");

    /** More than anybody counts, and few enough digits to multiply exactly. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** The child of that name, which may be missing. */
    Field at(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return new Field(source, path + "/" + escaped, object().get(name));
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
        return IntStream.range(0, list.size()).mapToObj(at -> new Field(source, path + "/" + at, list.get(at)));
    }

    /** Refuses names that nobody reads, which are mostly misspelled ones. */
    Field only(List<String> names) {
        object().propertyNames().stream().filter(name -> !names.contains(name)).forEach(name -> {
            throw at(name).wrong("is not known here; known are " + String.join(", ", names) + ".");
        });
        return this;
    }

    /** Whether its name is there; a name with nothing behind it is one too, and no entry allows that. */
    boolean present() {
        return node != null;
    }

    /** Whether it holds named entries, and is no text or number itself. */
    boolean hasEntries() {
        return node != null && node.isObject();
    }

    /** The last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String text() {
        return text(text -> text, "must be a text.");
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

    /** A text that says something and that the given reader accepts. */
    <T> T text(Function<String, T> reader, String sentence) {
        if (node == null || !node.isString() || node.stringValue().isBlank()) {
            throw wrong(sentence);
        }
        try {
            return reader.apply(node.stringValue());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(sentence);
        }
    }

    int integer(int least, int most) {
        if (node == null || !node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToInt()) {
            throw notWhole(least, most);
        }
        int value = node.intValue();
        if (value < least || value > most) {
            throw notWhole(least, most);
        }
        return value;
    }

    private InvalidCatalogue notWhole(int least, int most) {
        return wrong("must be a whole number from " + least + " to " + most + ".");
    }

    /** Whether it says true; false where it says nothing. */
    boolean flag() {
        if (node != null && !node.isBoolean()) {
            throw wrong("must be true or false.");
        }
        return node != null && node.booleanValue();
    }

    /** A number from zero to a thousand million million. */
    BigDecimal quantity() {
        return Optional.ofNullable(node)
                .filter(JsonNode::isNumber)
                .flatMap(JsonNode::decimalValueOpt)
                .filter(value -> value.signum() >= 0 && value.compareTo(MOST) <= 0)
                .orElseThrow(() -> wrong("must be a number, zero or more."));
    }

    /** An amount in quotes: a bare number would have gone through a binary fraction. */
    Money money(Currency currency) {
        Money money = text(
                text -> payable(Money.of(amount(text), currency)),
                "must be an amount of " + currency + " in quotes, such as \"29.00\", with at most "
                        + Money.payableDigits(currency) + " decimals.");
        if (money.minor() < 0) {
            throw wrong("must not be negative.");
        }
        return money;
    }

    /** The price of one unit in quotes, which may be finer than the currency's minor unit. */
    UnitPrice unitPrice(Currency currency) {
        return text(
                text -> UnitPrice.of(amount(text), currency),
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
        return source.wrong(path, sentence);
    }

    private static Money payable(Money money) {
        if (!money.canBePaid()) {
            throw new IllegalArgumentException("Not to be paid: " + money);
        }
        return money;
    }

    private static String amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an amount: " + text);
        }
        return text;
    }

    private JsonNode object() {
        if (node == null || !node.isObject()) {
            throw wrong("must hold named entries.");
        }
        return node;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
