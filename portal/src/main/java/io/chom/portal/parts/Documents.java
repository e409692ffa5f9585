package io.chom.portal.parts;

import io.chom.theming.BrandAssets;
import io.chom.theming.documents.BrandedDocuments;
import io.chom.theming.documents.BrandedDocuments.Written;
import io.chom.theming.documents.Edition;
import io.chom.theming.documents.Invoice;
import io.chom.theming.documents.Statement;

/** Documents in a brand as files. Writing one takes some tenths of a second, so links ask for it outside of a screen's lock. */
public final class Documents {

    private static final BrandedDocuments DOCUMENTS = new BrandedDocuments();

    private Documents() {}

    /** An invoice, or what is laid out like one. */
    public static FileLink.File of(BrandAssets brand, Invoice invoice, Edition edition) {
        return file(DOCUMENTS.write(brand, invoice, edition));
    }

    /** A statement. */
    public static FileLink.File of(BrandAssets brand, Statement statement, Edition edition) {
        return file(DOCUMENTS.write(brand, statement, edition));
    }

    private static FileLink.File file(Written written) {
        return new FileLink.File(written.file(), "application/pdf", written.pdf());
    }
}
