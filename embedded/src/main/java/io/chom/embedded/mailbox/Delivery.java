package io.chom.embedded.mailbox;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts each mail into the folder, once, however many recipients it has. */
final class Delivery implements MessageDeliveryHandler {

    private final MessageFolder folder;
    private final ImapHostManager hosts;

    Delivery(MessageFolder folder, ImapHostManager hosts) {
        this.folder = folder;
        this.hosts = hosts;
    }

    /** Called once per recipient; only for the first one does anything happen. */
    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient) {
        boolean first = message.getToAddresses().iterator().next().equals(recipient);
        return new Everybody(first);
    }

    private final class Everybody extends UserImpl {

        private final boolean first;

        private Everybody(boolean first) {
            super("everybody", "everybody", "", hosts);
            this.first = first;
        }

        @Override
        public void deliver(MovingMessage message) {
            if (first) {
                save(message);
            }
        }

        private void save(MovingMessage message) {
            try {
                folder.save(message);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException("The mail cannot be read", e);
            }
        }
    }
}
