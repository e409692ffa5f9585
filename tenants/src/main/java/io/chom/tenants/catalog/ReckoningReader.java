package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Meter.Aggregation;
import io.chom.tenants.catalog.Reckoning.Per;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads how a meter counts its events. */
final class ReckoningReader {

    private static final int LONGEST = 200;
    private static final String TEXT = "must be a text of at most 200 characters.";

    private ReckoningReader() {}

    static Reckoning read(Field meter) {
        var aggregation = meter.at("aggregation").oneOf(Aggregation.class);
        Field attribute = onlyOf(meter.at("attribute"), aggregation, Aggregation.UNIQUE);
        Field per = onlyOf(meter.at("per"), aggregation, Aggregation.TIME_WEIGHTED);
        return new Reckoning(
                aggregation,
                attribute.present() ? attribute.text(ReckoningReader::named, TEXT) : null,
                per.present() ? per.oneOf(Per.class) : Per.HOUR,
                where(meter.at("where")));
    }

    private static SortedMap<String, SortedSet<String>> where(Field field) {
        var where = new TreeMap<String, SortedSet<String>>();
        if (field.present()) {
            field.children().forEach(one -> where.put(attribute(one), values(one)));
            if (where.isEmpty()) {
                throw field.wrong("must name an attribute and its values, such as region: [eu, us].");
            }
        }
        return where;
    }

    private static String attribute(Field field) {
        String name = field.name().replace("~1", "/").replace("~0", "~");
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST) {
            throw field.wrong("must be the name of an attribute, of at most 200 characters.");
        }
        return name;
    }

    private static SortedSet<String> values(Field field) {
        var values = new TreeSet<String>();
        field.entries().forEach(one -> values.add(one.text(ReckoningReader::named, TEXT)));
        if (values.isEmpty()) {
            throw field.wrong("must list the values that count, such as [eu, us].");
        }
        return values;
    }

    private static Field onlyOf(Field field, Aggregation is, Aggregation one) {
        if (field.present() && is != one) {
            throw field.wrong("has no meaning unless the aggregation is " + Field.word(one) + ".");
        }
        return field;
    }

    /** No longer than the attributes of an event may be. */
    private static String named(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("Too long: " + text);
        }
        return text;
    }
}
