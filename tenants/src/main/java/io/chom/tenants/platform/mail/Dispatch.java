package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.LetterWriter.Written;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mails ready to be sent: words, sender, address, the way to end their kind. */
@Component
class Dispatch {

    private final LetterWriter writer;
    private final Unsubscribing unsubscribing;
    private final HouseServer house;
    private final Clock clock;

    Dispatch(LetterWriter writer, Unsubscribing unsubscribing, HouseServer house, Clock clock) {
        this.writer = writer;
        this.unsubscribing = unsubscribing;
        this.house = house;
        this.clock = clock;
    }

    /** The message id of a mail that is sent for the first time. */
    static String messageId(MailId id, Letterhead head) {
        return id + "@" + head.host();
    }

    Parcel parcel(
            Letterhead head,
            String messageId,
            Contents contents,
            boolean transactional,
            EmailAddress to,
            @Nullable Locale language) {
        URI leave = transactional ? null : leave(head, contents, to, language);
        Written written = writer.write(head, contents, language, leave);
        return new Parcel(messageId, from(head), head.sender(), head.host(), to, clock.instant(), written, leave);
    }

    private URI leave(Letterhead head, Contents contents, EmailAddress to, @Nullable Locale language) {
        Locale spoken = head.spoken(language);
        return unsubscribing.link(head, new Unsubscribing.Wish(to, contents.kind(), spoken));
    }

    private EmailAddress from(Letterhead head) {
        EmailAddress own = head.sender().address();
        return own == null ? EmailAddress.of(house.from(head.host())) : own;
    }
}
