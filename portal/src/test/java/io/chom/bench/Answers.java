package io.chom.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads just enough of an HTTP answer to know that it is complete. No request follows before that. */
final class Answers {

    private static final byte[] BLANK = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};

    private Answers() {}

    static boolean isComplete(ByteBuffer answer) {
        int body = bodyAt(answer);
        if (body < 0) {
            return false;
        }
        int length = contentLength(answer, body);
        return length >= 0 ? answer.position() >= body + length : endsWith(answer, LAST_CHUNK);
    }

    static int status(ByteBuffer answer) {
        return (answer.get(9) - '0') * 100 + (answer.get(10) - '0') * 10 + (answer.get(11) - '0');
    }

    /** For people who look for what went wrong. */
    static String head(ByteBuffer answer) {
        return new String(answer.array(), 0, Math.min(answer.position(), 1500), StandardCharsets.ISO_8859_1);
    }

    private static int bodyAt(ByteBuffer answer) {
        for (int at = 12; at <= answer.position() - BLANK.length; at++) {
            if (matches(answer, at, BLANK)) {
                return at + BLANK.length;
            }
        }
        return -1;
    }

    /** -1 when the head names none; 204 has no body. */
    private static int contentLength(ByteBuffer answer, int end) {
        for (int at = 12; at < end - 16; at++) {
            if (answer.get(at) == '\n' && isLength(answer, at + 1)) {
                return number(answer, at + 16);
            }
        }
        return status(answer) == 204 ? 0 : -1;
    }

    private static boolean isLength(ByteBuffer answer, int at) {
        String name = "content-length:";
        for (int n = 0; n < name.length(); n++) {
            if (Character.toLowerCase((char) answer.get(at + n)) != name.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuffer answer, int from) {
        int number = 0;
        for (int at = from; answer.get(at) != '\r'; at++) {
            if (answer.get(at) != ' ') {
                number = number * 10 + answer.get(at) - '0';
            }
        }
        return number;
    }

    private static boolean endsWith(ByteBuffer answer, byte[] end) {
        return answer.position() >= end.length && matches(answer, answer.position() - end.length, end);
    }

    private static boolean matches(ByteBuffer answer, int at, byte[] wanted) {
        for (int n = 0; n < wanted.length; n++) {
            if (answer.get(at + n) != wanted[n]) {
                return false;
            }
        }
        return true;
    }
}
