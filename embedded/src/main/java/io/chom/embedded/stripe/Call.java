package io.chom.embedded.stripe;

import java.util.List;

/**
 * A request whose parameters are what its address takes.
 *
 * @param sandbox everything there is
 * @param shelf the objects of the account it is for
 * @param ids what stands in the path, in its order
 * @param params typed
 * @param base the address of the sandbox as the caller knows it, without a slash at its end
 */
record Call(Sandbox sandbox, Shelf shelf, List<String> ids, Json params, String base) {

    /** The first id of the path. */
    String id() {
        return ids.getFirst();
    }

    /** The object that the path names. */
    Json subject(Kind kind) {
        return shelf.require(kind, id(), "id");
    }
}
