package io.chom.portal.formats;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables as comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */
public final class Csv {

    /** A leading sign that Excel, LibreOffice or Sheets would evaluate, also behind blanks. */
    private static final Pattern FORMULA =
            Pattern.compile("\\A[\\s\\p{Z}]*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|\\A[\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private Csv() {}

    /** The rows as text, every line ended by CR LF; every cell is quoted. */
    public static String of(List<List<String>> rows) {
        return rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One quoted cell; a text that looks like a formula gets an apostrophe in front, a plain number does not. */
    static String cell(String text) {
        boolean isFormula =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
