package io.chom.embedded.stripe;

import java.util.List;
import java.util.function.Function;

/** Pages of lists: at most 100 at a time, 10 if nothing is said. */
final class Listing {

    /** What every list takes. */
    static final Fields FIELDS =
            Fields.of("limit# starting_after ending_before created# created.gt# created.gte# created.lt# created.lte#");

    private Listing() {}

    /** The route of a list of all objects of a kind; a filter is a field that must have the value given. */
    static Route of(String path, Kind kind, String filters) {
        return of(path, filters, call -> call.shelf().all(kind));
    }

    /** The route of a list of whatever the call is for. */
    static Route of(String path, String filters, Function<Call, List<Json>> all) {
        return Route.get(
                path, FIELDS.plus(filters), call -> page(path, filtered(all.apply(call), call, filters), call));
    }

    /** The page that the call asks for. */
    static Json page(String path, List<Json> all, Call call) {
        Json params = call.params();
        long limit = params.number("limit", 10);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid(
                            "parameter_invalid_integer",
                            "limit",
                            "This value must be between 1 and 100 (it is %d).".formatted(limit))
                    .refused();
        }
        String url = call.ids().isEmpty() ? path : path.replaceFirst("\\*", call.id());
        if (params.has("ending_before")) {
            List<Json> before = all.subList(0, position(all, params, "ending_before"));
            int from = (int) Math.max(0, before.size() - limit);
            return Json.list(url, before.subList(from, before.size()), from > 0);
        }
        int from = params.has("starting_after") ? position(all, params, "starting_after") + 1 : 0;
        int to = (int) Math.min(all.size(), from + limit);
        return Json.list(url, all.subList(from, to), to < all.size());
    }

    private static int position(List<Json> all, Json params, String param) {
        String id = params.string(param);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).is("id", id)) {
                return i;
            }
        }
        throw StripeError.invalid("resource_missing", param, "No such object: '%s'".formatted(id))
                .refused();
    }

    private static List<Json> filtered(List<Json> all, Call call, String filters) {
        return all.stream()
                .filter(object -> matches(object, call.params(), filters) && created(object, call.params()))
                .toList();
    }

    private static boolean matches(Json object, Json params, String filters) {
        for (String entry : filters.split(" ")) {
            String filter = entry.replaceAll("[!#?]", "");
            boolean same = object.is(filter, params.get(filter));
            if (params.has(filter) && !same) {
                return false;
            }
        }
        return true;
    }

    private static boolean created(Json object, Json params) {
        long created = object.number("created");
        Json range = params.at("created");
        return created == params.number("created", created)
                && created > range.number("gt", Long.MIN_VALUE)
                && created >= range.number("gte", Long.MIN_VALUE)
                && created < range.number("lt", Long.MAX_VALUE)
                && created <= range.number("lte", Long.MAX_VALUE);
    }
}
