package io.chom.theming.documents;

import io.chom.theming.BrandAssets;
import io.chom.theming.Languages;
import io.chom.theming.pages.Template;
import io.chom.theming.pages.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes documents in a brand as PDF/A-3a that is tagged as PDF/UA-1 asks (ISO 19005-3, ISO 14289-1): all fonts are inside,
 * nothing is loaded from anywhere, and a file such as an e-invoice can be attached later. Writing takes some tenths of a
 * second of computing, so it is nothing for an event loop. Any number of threads may write at a time.
 */
public final class BrandedDocuments {

    private static final Map<Locale, Words> WORDS = Words.beside(BrandedDocuments.class, "documents");

    private final Template invoice = Template.beside(BrandedDocuments.class, "invoice");
    private final Template statement = Template.beside(BrandedDocuments.class, "statement");
    private final Press press = new Press();

    /**
     * A document.
     *
     * @param file its name, made of what it is and of its number
     * @param pdf its bytes
     */
    public record Written(String file, byte[] pdf) {}

    /** Writes an invoice, or what is laid out like one. */
    public Written write(BrandAssets assets, Invoice document, Edition edition) {
        var words = words(edition);
        var title = title(words.say(InvoicePage.key(document)), document.number());
        var sheet = Sheet.of(assets, edition, words, title);
        var figures = new Figures(edition, document.currency());
        return written(invoice.render(InvoicePage.of(document, sheet, words, figures)), sheet, assets, edition);
    }

    /** Writes a statement. */
    public Written write(BrandAssets assets, Statement document, Edition edition) {
        var words = words(edition);
        var title = title(words.say(StatementPage.key(document)), document.number());
        var sheet = Sheet.of(assets, edition, words, title);
        var figures = new Figures(edition, document.currency());
        return written(statement.render(StatementPage.of(document, sheet, words, figures)), sheet, assets, edition);
    }

    private Written written(String html, Sheet sheet, BrandAssets assets, Edition edition) {
        return new Written(file(sheet.title()), press.print(html, sheet, Fonts.of(assets), edition.made()));
    }

    private static Words words(Edition edition) {
        return Objects.requireNonNull(WORDS.get(Languages.nearest(edition.locale())));
    }

    private static String title(String kind, String number) {
        return number.isEmpty() ? kind : kind + " " + number;
    }

    /** Only what every file system takes; a number that is all signs leaves the kind. */
    private static String file(String title) {
        var plain = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), 100)) + ".pdf";
    }
}
