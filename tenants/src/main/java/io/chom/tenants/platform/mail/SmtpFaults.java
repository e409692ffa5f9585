package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.mail.Delivery.Fault;
import io.chom.tenants.platform.mail.Delivery.Stopped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Tells from the library's exceptions where sending stopped. */
final class SmtpFaults {

    private SmtpFaults() {}

    static Stopped of(MessagingException thrown) {
        List<Throwable> chain = chain(thrown).toList();
        return chain.stream()
                .map(SmtpFaults::said)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new Stopped(silent(chain, thrown), 0, ""));
    }

    /** What the server itself said, if this is about that; null otherwise. */
    private static @Nullable Stopped said(Throwable thrown) {
        return switch (thrown) {
            case SMTPAddressFailedException to -> new Stopped(Fault.RECIPIENT_REFUSED, to.getReturnCode(), line(to));
            case SMTPSenderFailedException from -> new Stopped(Fault.SENDER_REFUSED, from.getReturnCode(), line(from));
            case AuthenticationFailedException login -> new Stopped(Fault.LOG_IN_REFUSED, code(login), line(login));
            case SMTPSendFailedException mail
            when mail.getNextException() == null -> new Stopped(stage(mail), mail.getReturnCode(), line(mail));
            default -> null;
        };
    }

    private static Fault stage(SMTPSendFailedException thrown) {
        return thrown.getCommand() != null && thrown.getCommand().startsWith("MAIL")
                ? Fault.SENDER_REFUSED
                : Fault.MESSAGE_REFUSED;
    }

    private static Fault silent(List<Throwable> chain, MessagingException thrown) {
        if (has(chain, SocketTimeoutException.class)) {
            return Fault.TIMED_OUT;
        }
        if (has(chain, SSLException.class)
                || String.valueOf(thrown.getMessage()).contains("STARTTLS")) {
            return Fault.TLS_FAILED;
        }
        if (has(chain, UnknownHostException.class)) {
            return Fault.NAME_UNKNOWN;
        }
        return has(chain, ConnectException.class) || has(chain, NoRouteToHostException.class)
                ? Fault.CONNECTION_REFUSED
                : Fault.CONNECTION_LOST;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    /** The innermost first, as what was said to one recipient tells more than that sending failed. */
    private static Stream<Throwable> chain(Throwable outermost) {
        return Stream.iterate(outermost, Objects::nonNull, SmtpFaults::next).toList().reversed().stream();
    }

    private static @Nullable Throwable next(Throwable thrown) {
        return thrown instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : thrown.getCause();
    }

    private static String line(Throwable thrown) {
        return SmtpTalk.line(thrown.getMessage());
    }

    /** The library keeps the reply to a login as text only. */
    private static int code(AuthenticationFailedException thrown) {
        String said = String.valueOf(thrown.getMessage());
        return said.matches("(?s)[45]\\d\\d[ -].*") ? Integer.parseInt(said.substring(0, 3)) : 0;
    }
}
