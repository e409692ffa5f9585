package io.chom.portal.brand;

import io.chom.tenants.identity.Member;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.tenancy.BrandDraft;
import io.chom.tenants.tenancy.BrandVersion;
import io.chom.tenants.tenancy.PreviewKey;
import io.chom.tenants.tenancy.PreviewLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the page of a brand.
 *
 * @param draft the work at hand
 * @param history what was published, the newest first; its first is worn now
 * @param preview the link that shows the draft
 * @param refusal why the last wish was not granted, in words for the person
 * @param isBehind whether the person has gone on meanwhile, so that the draft is not their latest work
 */
record BrandPage(
        BrandDraft draft, List<Published> history, Preview preview, Optional<Failure> refusal, boolean isBehind) {

    BrandPage {
        history = List.copyOf(history);
    }

    /**
     * The link that shows the draft to those who have it.
     *
     * @param until when it ends, if there is one
     * @param key what opens it, if it was made on this page and still is the one
     */
    record Preview(Optional<Instant> until, Optional<PreviewKey> key) {

        /** The link that ends then, with its key if it is the one that was made here. */
        static Preview of(Optional<Instant> until, Optional<PreviewLink> made) {
            return new Preview(
                    until,
                    made.filter(link -> until.equals(Optional.of(link.until()))).map(PreviewLink::key));
        }
    }

    /**
     * A version and who has published it.
     *
     * @param by the name of the person, if it is one of the house
     */
    record Published(BrandVersion version, Optional<String> by) {

        /** The version, with its publisher's name if they are among the members. */
        static Published of(BrandVersion version, List<Member> members) {
            return new Published(
                    version,
                    members.stream()
                            .filter(member -> member.person().actorId().equals(version.publishedBy()))
                            .map(Member::displayName)
                            .findFirst());
        }
    }
}
