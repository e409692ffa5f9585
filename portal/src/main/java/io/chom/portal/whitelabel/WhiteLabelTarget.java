package io.chom.portal.whitelabel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be walked, and for whom.
 *
 * @param portal origin of the reseller's portal, such as {@code https://portal.example.com}
 * @param email of somebody who may log in there
 * @param password of the same person
 * @param words that tell of the platform, such as its name
 * @param platform origin of the platform's own portal, whose host and colour tell of it as well
 * @param api origin of the API on the reseller's host
 * @param mailbox origin of the embedded mailbox
 * @param except routes of views whose documents are left out: those that the platform writes to the reseller in its own
 *     name, as the seller on an invoice has to
 */
public record WhiteLabelTarget(
        URI portal,
        String email,
        String password,
        List<String> words,
        Optional<URI> platform,
        Optional<URI> api,
        Optional<URI> mailbox,
        Set<String> except) {

    public WhiteLabelTarget {
        words = List.copyOf(words);
        except = Set.copyOf(except);
    }
}
