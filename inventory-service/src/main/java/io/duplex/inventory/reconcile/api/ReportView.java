package io.duplex.inventory.reconcile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.inventory.reconcile.DriftKind;
import io.duplex.inventory.reconcile.OrdersCompared;
import io.duplex.inventory.reconcile.Outcome;
import io.duplex.inventory.reconcile.Repair;
import io.duplex.inventory.reconcile.Report;
import io.duplex.inventory.reconcile.Report.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a reconciliation has found, as it is shown.
 *
 * @param at when books were compared
 * @param orders how far reservations were compared with orders
 * @param counts how much there is of each kind that was found, listed or not
 */
@Schema(name = "Reconciliation")
record ReportView(Instant at, OrdersCompared orders, Map<DriftKind, Long> counts, List<FindingView> drifts) {

    /**
     * One thing that differs.
     *
     * @param reference the order, or what the ledger's rows refer to instead
     * @param expected pieces that there should be, where it is about pieces
     * @param found pieces that there are
     * @param position the ledger's first row that does not follow from the one before it
     */
    @Schema(name = "Drift")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            DriftKind kind,
            Repair repair,
            Outcome outcome,
            @Nullable String sku,
            @Nullable String reference,
            @Nullable Long expected,
            @Nullable Long found,
            @Nullable Long position) {

        static FindingView of(Finding finding) {
            var drift = finding.drift();
            return new FindingView(
                    drift.kind(),
                    drift.kind().repair(),
                    finding.outcome(),
                    drift.sku(),
                    drift.reference(),
                    drift.expected(),
                    drift.found(),
                    drift.position());
        }
    }

    static ReportView of(Report report) {
        return new ReportView(
                report.at().toInstant(),
                report.orders(),
                report.counts(),
                report.drifts().stream().map(FindingView::of).toList());
    }
}
