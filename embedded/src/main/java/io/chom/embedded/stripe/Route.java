package io.chom.embedded.stripe;

import io.chom.embedded.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an address does.
 *
 * @param method in capitals
 * @param pattern a path in which {@code *} stands for an id
 * @param fields the parameters it takes
 * @param handler does it, with the lock of the sandbox held
 */
record Route(String method, String pattern, Fields fields, Handler handler) {

    /** Does what an address is for. */
    interface Handler {
        /** @throws StripeError.Refused if it cannot be done */
        Json handle(Call call);
    }

    static Route get(String pattern, Fields fields, Handler handler) {
        return new Route("GET", pattern, fields, handler);
    }

    static Route post(String pattern, String fields, Handler handler) {
        return new Route("POST", pattern, Fields.of(fields), handler);
    }

    static Route delete(String pattern, String fields, Handler handler) {
        return new Route("DELETE", pattern, Fields.of(fields), handler);
    }

    /** The ids in the path if the request is for this route. */
    Optional<List<String>> match(Request request) {
        String[] wanted = pattern.split("/");
        String[] given = request.path().split("/");
        if (!method.equals(request.method()) || wanted.length != given.length) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("*")) {
                ids.add(given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
