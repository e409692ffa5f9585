package io.chom.theming.website;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSLayerRule;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CSSSupportsRule;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.handler.DoNothingCSSParseExceptionCallback;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of style sheets, flat: what counts on paper, in the dark or for nobody is left out. */
final class StyleRules {

    private static final int MOST = 20_000;
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)print|prefers-color-scheme\\s*:\\s*dark");
    private static final Pattern DARK = Pattern.compile("(?i)[.\\[][a-z-]*(theme|mode)?[=\"'-]*dark\\b.*");
    private static final Pattern VARIABLE =
            Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*(?:,\\s*([^()]*(?:\\([^()]*\\)[^()]*)*))?\\)");
    private static final int DEEPEST = 6;
    private static final int LONGEST = 500;
    private static final int LONGEST_SELECTOR = 300;

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    /** For whom declarations are. */
    record Rule(List<String> selectors, Map<String, String> declarations) {}

    static StyleRules of(List<String> sheets) {
        var all = new StyleRules();
        sheets.forEach(all::read);
        return all;
    }

    List<Rule> all() {
        return rules;
    }

    /** The custom properties, as they are declared last. */
    Map<String, String> properties() {
        return properties;
    }

    /** A value with its custom properties put in; empty where one is missing. */
    String resolved(String value) {
        var text = known(value);
        for (var depth = 0; depth < DEEPEST && text.contains("var("); depth++) {
            text = known(VARIABLE.matcher(text)
                    .replaceAll(match -> Matcher.quoteReplacement(known(
                            properties.getOrDefault(match.group(1), Objects.requireNonNullElse(match.group(2), ""))))));
        }
        return text;
    }

    /** Properties that stand for each other many times over would grow without end. */
    private static String known(String text) {
        return text.length() > LONGEST ? "" : text;
    }

    private void read(String css) {
        try {
            var sheet = CSSReader.readFromStringReader(css, settings());
            if (sheet != null) {
                sheet.getAllRules().forEach(this::add);
            }
        } catch (RuntimeException | StackOverflowError unreadable) {
            // The parser descends with each bracket; a sheet that is made to exhaust it says nothing.
        }
    }

    private static CSSReaderSettings settings() {
        return new CSSReaderSettings()
                .setBrowserCompliantMode(true)
                .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
                .setCustomExceptionHandler(new DoNothingCSSParseExceptionCallback())
                .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler());
    }

    private void add(ICSSTopLevelRule rule) {
        if (rules.size() >= MOST) {
            return;
        }
        switch (rule) {
            case CSSStyleRule style -> add(style);
            case CSSMediaRule media -> {
                if (media.getAllMediaQueries().stream()
                        .noneMatch(query ->
                                ELSEWHERE.matcher(query.getAsCSSString()).find())) {
                    media.getAllRules().forEach(this::add);
                }
            }
            case CSSSupportsRule supports -> supports.getAllRules().forEach(this::add);
            case CSSLayerRule layer -> layer.getAllRules().forEach(this::add);
            default -> {}
        }
    }

    private void add(CSSStyleRule style) {
        var selectors = style.getAllSelectors().stream()
                .map(CSSSelector::getAsCSSString)
                .filter(selector -> selector.length() <= LONGEST_SELECTOR)
                .filter(selector -> !DARK.matcher(selector).matches())
                .toList();
        if (selectors.isEmpty()) {
            return;
        }
        Map<String, String> declarations = new LinkedHashMap<>();
        for (CSSDeclaration declaration : style.getAllDeclarations()) {
            var name = declaration.getProperty();
            if (name.startsWith("--")) {
                properties.put(name, declaration.getExpressionAsCSSString());
            } else {
                declarations.put(name.toLowerCase(Locale.ROOT), declaration.getExpressionAsCSSString());
            }
        }
        rules.add(new Rule(selectors, declarations));
    }
}
