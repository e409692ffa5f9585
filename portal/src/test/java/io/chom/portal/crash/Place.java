package io.chom.portal.crash;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The entrance of a method.
 *
 * @param type the class, by its name
 * @param method its name; at the end of a lambda's name a dash stands for the number that the compiler gives it
 * @param counts which calls count, judged by what they are given; primitives are null
 */
record Place(String type, String method, Predicate<Object[]> counts) {

    String internalType() {
        return type.replace('.', '/');
    }

    boolean isAt(String name) {
        return method.endsWith("-") ? name.startsWith(method.substring(0, method.length() - 1)) : method.equals(name);
    }

    static boolean any(Object[] given) {
        return true;
    }

    /** The last argument is a list that is not empty. */
    static boolean some(Object[] given) {
        return given[given.length - 1] instanceof List<?> list && !list.isEmpty();
    }

    /** Two arguments, of which the second is a list that is not empty. */
    static boolean someOfTwo(Object[] given) {
        return given.length == 2 && some(given);
    }

    /** A list of records, of which the first is of the topic of usage. */
    static boolean usageRecords(Object[] given) {
        return some(given) && given[0] instanceof List<?> list && isUsage(list.getFirst());
    }

    /** One of the arguments is a map by partitions, of which one is of the topic of usage. */
    static boolean usagePartitions(Object[] given) {
        for (Object each : given) {
            if (each instanceof Map<?, ?> map && map.keySet().stream().anyMatch(Place::isUsage)) {
                return true;
            }
        }
        return false;
    }

    /** A count that is not zero. */
    static boolean notNone(Object[] given) {
        return given[0] instanceof Integer count && count > 0;
    }

    private static boolean isUsage(Object named) {
        return named.toString().contains("chom.usage-") || named.toString().contains("topic = chom.usage,");
    }
}
