package io.chom.embedded.stripe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that an address takes, and no other. A name may have a path ({@code recurring.interval}, which stands
 * for each element if it is a list) and a mark at its end: {@code !} must be there, {@code #} is a whole number,
 * {@code ?} is true or false, {@code .*} takes any name below it.
 */
final class Fields {

    static final Fields NONE = of("");

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> whole = new LinkedHashSet<>();
    private final Set<String> flags = new LinkedHashSet<>();

    private Fields() {}

    /** @param table names, separated by spaces */
    static Fields of(String table) {
        return new Fields().and("expand " + table);
    }

    /** The same parameters and more. */
    Fields plus(String table) {
        Fields more = new Fields();
        more.names.addAll(names);
        more.required.addAll(required);
        more.whole.addAll(whole);
        more.flags.addAll(flags);
        return more.and(table);
    }

    private Fields and(String table) {
        for (String entry : table.strip().split("\\s+")) {
            String name = entry.replaceAll("[!#?]", "");
            names.add(name);
            if (entry.contains("!")) {
                required.add(name);
            }
            if (entry.contains("#")) {
                whole.add(name);
            }
            if (entry.contains("?")) {
                flags.add(name);
            }
        }
        return this;
    }

    /**
     * The parameters with their types; an empty text becomes null.
     *
     * @throws StripeError.Refused if one is unknown, missing or of the wrong type
     */
    Json read(Json raw) {
        Json typed = object("", "", raw);
        required.stream().filter(name -> !typed.has(name)).findFirst().ifPresent(name -> {
            throw StripeError.missing(name).refused();
        });
        return typed;
    }

    private Json object(String path, String shown, Json raw) {
        Json typed = new Json();
        for (String name : raw.plain().keySet()) {
            String inner = path.isEmpty() ? name : path + "." + name;
            String innerShown = shown.isEmpty() ? name : shown + "[" + name + "]";
            typed.set(name, value(inner, innerShown, raw.get(name)));
        }
        return typed;
    }

    private @Nullable Object value(String path, String shown, @Nullable Object raw) {
        return switch (raw) {
            case Json inner when knowsBelow(path) -> object(path, shown, inner);
            case List<?> list when knowsBelow(path) || knows(path) -> elements(path, shown, list);
            case String text when knows(path) || text.isEmpty() && knowsBelow(path) -> text(path, shown, text);
            case null, default -> throw StripeError.unknownParameter(shown).refused();
        };
    }

    private List<@Nullable Object> elements(String path, String shown, List<?> list) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            elements.add(value(path, "%s[%d]".formatted(shown, i), list.get(i)));
        }
        return elements;
    }

    private boolean knows(String path) {
        return names.contains(path) || path.contains(".") && names.contains(path.replaceAll("\\.[^.]*$", ".*"));
    }

    /** Whether a parameter of this name, or with this name at its beginning, is taken. */
    boolean knowsFirst(String name) {
        return names.contains(name) || knowsBelow(name);
    }

    private boolean knowsBelow(String path) {
        return names.stream().anyMatch(name -> name.startsWith(path + "."));
    }

    private @Nullable Object text(String path, String shown, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (whole.contains(path) && !(WHOLE.matcher(text).matches())) {
            return special(shown, text, "Invalid integer: " + text, "parameter_invalid_integer");
        }
        if (flags.contains(path) && !text.equals("true") && !text.equals("false")) {
            return special(shown, text, "Invalid boolean: " + text, null);
        }
        if (flags.contains(path)) {
            return Boolean.valueOf(text);
        }
        return whole.contains(path) ? (Object) Long.valueOf(text) : text;
    }

    /** Where a number stands, “now” may stand too. */
    private static Object special(String shown, String text, String message, @Nullable String code) {
        if (text.equals("now") || text.equals("unchanged") || text.equals("inf")) {
            return text;
        }
        throw StripeError.invalid(code, shown, message).refused();
    }
}
