package io.duplex.local.replay;

import io.duplex.local.replay.Entry.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/**
 * The orders of a CSV file, read as a stream: only the invoices whose last row is still to come are held in memory, so
 * that the rows of an invoice need not stand together.
 */
final class OrderHistory {
    private final HistoryFile file;
    private final RowRules rules;
    private final Map<String, Integer> rowsOf = new HashMap<>();

    private OrderHistory(HistoryFile file, RowRules rules) {
        this.file = file;
        this.rules = rules;
    }

    /**
     * Opens a file whose prices are in one currency.
     *
     * @throws UnusableHistory when it is empty or lacks a column
     */
    static OrderHistory open(Path path, CurrencyUnit currency) throws IOException {
        var file = HistoryFile.examine(path);
        try (var lines = file.open()) {
            var header = lines.readLine();
            if (header == null || header.isBlank()) {
                throw new UnusableHistory("the file has no header line");
            }
            var history = new OrderHistory(file, new RowRules(Columns.of(header), currency));
            history.forEachEntry(entry -> {
                if (entry.invoiceNo() != null) {
                    history.rowsOf.merge(entry.invoiceNo(), 1, Integer::sum);
                }
            });
            return history;
        }
    }

    /** The same for the same content. */
    String fingerprint() {
        return file.sha256();
    }

    /** Hands over each invoice when its last row has been read, and each stray record. */
    void forEachInvoice(Consumer<Verdict> consumer) throws IOException {
        var toCome = new HashMap<>(rowsOf);
        var open = new HashMap<String, Invoice>();
        forEachEntry(entry -> {
            var number = entry.invoiceNo();
            if (number == null) {
                consumer.accept(Verdict.stray(((Unusable) entry).reason()));
                return;
            }
            open.computeIfAbsent(number, Invoice::new).add(entry);
            if (toCome.merge(number, -1, Integer::sum) == 0) {
                consumer.accept(open.remove(number).judge());
            }
        });
    }

    private void forEachEntry(Consumer<Entry> consumer) throws IOException {
        try (var lines = file.open()) {
            lines.readLine();
            var records = new Records(lines, rules.columns());
            for (var fields = records.next(); fields.isPresent(); fields = records.next()) {
                consumer.accept(rules.read(fields.get()));
            }
        }
    }
}
