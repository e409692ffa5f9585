package io.chom.tenants.billing.web;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.einvoice.EInvoice;
import io.chom.tenants.platform.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What is owed and was owed. */
@RestController
@Tag(name = "Invoices", description = "What your periods came to, line by line.")
@RequestMapping("/api/v1/invoices")
class InvoicesController {

    private final InvoiceService invoices;
    private final CreditService credits;

    InvoicesController(InvoiceService invoices, CreditService credits) {
        this.invoices = invoices;
        this.credits = credits;
    }

    /** The invoices of the acting tenant. */
    @GetMapping
    @Operation(summary = "List invoices", description = "Newest first, without their lines. Needs `billing:read`.")
    @ApiResponse(responseCode = "200", description = "A page of invoices")
    Mono<InvoicePage> list(
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        return invoices.list(cursor == null ? null : new Cursor(cursor), limit).map(InvoicePage::of);
    }

    /** What the next invoice would be. */
    @GetMapping("/preview")
    @Operation(
            summary = "Preview the next invoice",
            description = "What it would be if its period were over now. Needs `billing:read` and `usage:read`.")
    @ApiResponse(responseCode = "200", description = "The draft; its lines add up to its total")
    Mono<InvoicePreview> preview() {
        return invoices.preview().map(InvoicePreview::of);
    }

    /** One invoice with its lines. */
    @GetMapping("/{id}")
    @Operation(
            summary = "Read an invoice",
            description = "With its lines, which add up to its total, its credit notes, and what is left to pay. "
                    + "Needs `billing:read`.")
    @ApiResponse(responseCode = "200", description = "The invoice")
    Mono<InvoiceBody> find(@PathVariable String id) {
        return Mono.fromSupplier(() -> InvoiceId.of(id))
                .flatMap(invoices::find)
                .flatMap(found -> credits.notes(List.of(found.invoice().id()))
                        .map(notes -> InvoiceBody.of(
                                found, notes.getOrDefault(found.invoice().id(), List.of()))));
    }

    /** One invoice for programs. */
    @GetMapping(
            path = "/{id}/e-invoice",
            produces = {EInvoice.TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Download an e-invoice",
            description = "The invoice in the syntax of UN/CEFACT (CII) as EN 16931 asks. Needs `billing:read`.")
    @ApiResponse(responseCode = "200", description = "The XML", content = @Content(mediaType = EInvoice.TYPE))
    @ApiResponse(
            responseCode = "409",
            description = "`invoice.e-invoice-gaps`: it was written without what an e-invoice needs, which is named")
    Mono<ResponseEntity<byte[]>> eInvoice(@PathVariable String id) {
        return Mono.fromSupplier(() -> InvoiceId.of(id))
                .flatMap(invoices::find)
                .flatMap(found -> Mono.fromCallable(() -> EInvoice.of(found)).subscribeOn(Schedulers.boundedElastic()))
                .map(written -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(written.file())
                                        .build()
                                        .toString())
                        .body(written.xml()));
    }
}
