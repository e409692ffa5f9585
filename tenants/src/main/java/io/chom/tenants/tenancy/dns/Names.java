package io.chom.tenants.tenancy.dns;

import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.TextParseException;

/** Names made of names. */
final class Names {

    /** A label that nobody has, so what answers for it is a wildcard. */
    static final String PROBE = "no-such-name-x7q2";

    private Names() {}

    /** An absolute name; the text is a valid one without a trailing dot. */
    static Name of(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("A name consists of labels.", e);
        }
    }

    /** A name below another one; none where it would be longer than names may be. */
    static Optional<Name> below(String labels, Name parent) {
        try {
            return Optional.of(Name.fromString(labels, parent));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    /** A name with a whole other one appended, as providers do who take it for relative. */
    static Optional<Name> doubled(Name name, Name zone) {
        try {
            return Optional.of(Name.concatenate(name.relativize(Name.root), zone));
        } catch (NameTooLongException e) {
            return Optional.empty();
        }
    }

    static Name parent(Name name) {
        return new Name(name, 1);
    }

    /** Whether nothing but the root is above. */
    static boolean isTop(Name name) {
        return name.labels() <= 2;
    }
}
