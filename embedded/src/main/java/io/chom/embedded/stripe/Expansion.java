package io.chom.embedded.stripe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows an object: with whole objects in place of the ids that were asked for, without what is only shown when asked for. */
final class Expansion {

    private static final Map<String, List<String>> ONLY_WHEN_ASKED = Map.of(
            "customer", List.of("subscriptions"),
            "invoice", List.of("payments", "confirmation_secret"),
            "price", List.of("tiers"),
            "checkout.session", List.of("line_items"));

    private final Shelf shelf;

    Expansion(Shelf shelf) {
        this.shelf = shelf;
    }

    /** @throws StripeError.Refused if a path leads to nothing that can be expanded */
    Json show(Json object, List<String> paths) {
        Json shown = object.copy();
        paths.forEach(path -> expand(shown, path.split("\\."), 0));
        hide(shown, "", paths);
        return shown;
    }

    private void expand(Json object, String[] path, int at) {
        if (at == path.length) {
            return;
        }
        String name = path[at];
        if (name.equals("subscriptions") && object.is("object", "customer")) {
            object.set(name, subscriptions(object));
        }
        if (name.equals("payments") && object.is("object", "invoice")) {
            object.set(name, payments(object));
        }
        switch (object.get(name)) {
            case String id -> object.set(name, whole(id, path, at));
            case Json inner -> expand(inner, path, at + 1);
            case List<?> list ->
                object.set(
                        name, list.stream().map(each -> element(each, path, at)).toList());
            case null -> nothing(object, path, at);
            default -> throw cannot(path);
        }
    }

    private Object element(Object element, String[] path, int at) {
        if (element instanceof String id) {
            return whole(id, path, at);
        }
        if (element instanceof Json inner) {
            expand(inner, path, at + 1);
        }
        return element;
    }

    private Json whole(String id, String[] path, int at) {
        Json whole = shelf.find(id).orElseThrow(() -> cannot(path)).copy();
        expand(whole, path, at + 1);
        return whole;
    }

    private Json subscriptions(Json customer) {
        List<Json> running = shelf.all(Kind.SUBSCRIPTION, "customer", customer.id()).stream()
                .filter(each -> !each.is("status", "canceled"))
                .map(Json::copy)
                .toList();
        return Json.list("/v1/customers/%s/subscriptions".formatted(customer.id()), running, false);
    }

    private Json payments(Json invoice) {
        List<Json> payments = shelf.all(Kind.INVOICE_PAYMENT, "invoice", invoice.id()).stream()
                .map(Json::copy)
                .toList();
        return Json.list("/v1/invoice_payments", payments, false);
    }

    private static void nothing(Json object, String[] path, int at) {
        if (!object.names(path[at]) && !path[0].equals("data")) {
            throw cannot(path);
        }
    }

    private static StripeError.Refused cannot(String[] path) {
        return StripeError.invalid(
                        null, "expand", "This property cannot be expanded (%s).".formatted(String.join(".", path)))
                .refused();
    }

    private static void hide(Json object, String path, List<String> asked) {
        for (String name : ONLY_WHEN_ASKED.getOrDefault(object.text("object").orElse(""), List.of())) {
            String whole = path + name;
            if (asked.stream().noneMatch(each -> each.equals(whole) || each.startsWith(whole + "."))) {
                object.remove(name);
            }
        }
        for (String name : object.names()) {
            inside(object.get(name), path + name + ".", asked);
        }
    }

    private static void inside(@Nullable Object value, String path, List<String> asked) {
        if (value instanceof Json inner) {
            hide(inner, path, asked);
        } else if (value instanceof List<?> list) {
            list.forEach(each -> inside(each, path, asked));
        }
    }
}
