package io.chom.embedded.web;

/** Text that is safe inside a page. */
public final class Html {

    private Html() {}

    /** The text with every character replaced that means something in HTML, within tags and attributes alike. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            safe.append(escape(text.charAt(i)));
        }
        return safe.toString();
    }

    /** A whole page of ours. */
    public static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escape(title), body);
    }

    private static String escape(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(character);
        };
    }
}
