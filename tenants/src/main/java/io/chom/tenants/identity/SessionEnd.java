package io.chom.tenants.identity;

/** That a person has ended sessions of their own; other people's handles in it have no effect. */
public sealed interface SessionEnd {

    /** Whose sessions. */
    PersonId person();

    /** The one that the person has named: it ends, or it alone does not. */
    SessionHandle named();

    /** Whether the person's session with this handle ends. */
    boolean covers(SessionHandle session);

    /** How it travels between processes. */
    String text();

    /** Reads what {@link #text()} wrote. */
    static SessionEnd read(String text) {
        String[] parts = text.split(" ", 4);
        var person = new PersonId(new RealmName(parts[2]), new Subject(parts[3]));
        var handle = new SessionHandle(parts[1]);
        return switch (parts[0]) {
            case One.WORD -> new One(person, handle);
            case Others.WORD -> new Others(person, handle);
            default -> throw new IllegalArgumentException("No such end of a session: " + parts[0]);
        };
    }

    private static String text(String word, PersonId person, SessionHandle handle) {
        return String.join(
                " ",
                word,
                handle.value(),
                person.realm().value(),
                person.subject().value());
    }

    /** This one. */
    record One(PersonId person, SessionHandle named) implements SessionEnd {

        private static final String WORD = "one";

        @Override
        public boolean covers(SessionHandle other) {
            return named.equals(other);
        }

        @Override
        public String text() {
            return SessionEnd.text(WORD, person, named);
        }
    }

    /** All but this one. */
    record Others(PersonId person, SessionHandle named) implements SessionEnd {

        private static final String WORD = "others";

        @Override
        public boolean covers(SessionHandle other) {
            return !named.equals(other);
        }

        @Override
        public String text() {
            return SessionEnd.text(WORD, person, named);
        }
    }
}
