package io.duplex.order.timeline;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A fact in a few words. Only the fields that are named here are ever taken over, and none of them is personal: what a
 * customer has written, such as why an order was cancelled, is not. A type that is not here, or has lost a field, is
 * told by its name.
 */
final class Summaries {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");
    private static final int MOST_LISTED = 3;
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("OrderCreated", "Order placed: {lines}, {total}"),
            Map.entry("OrderRejected", "Order rejected: {reason}"),
            Map.entry("StockReserved", "Stock reserved: {lines}"),
            Map.entry("StockRejected", "Stock is short: {shortages}"),
            Map.entry("StockReleased", "Stock released: {lines}"),
            Map.entry("ReservationExpired", "Reservation ran out: {lines}"),
            Map.entry("ShipmentDispatched", "Shipment dispatched, tracking number {trackingNumber}"),
            Map.entry("ShipmentDelivered", "Shipment delivered, tracking number {trackingNumber}"),
            Map.entry("InvoiceIssued", "Invoice {number} issued: {gross}, due {dueDate}"),
            Map.entry("InvoicePaid", "Invoice {number} paid"),
            Map.entry("InvoiceOverdue", "Invoice {number} overdue"),
            Map.entry("CreditNoteIssued", "Credit note {number} issued: {gross}"),
            Map.entry("NotificationSent", "{channel} {template} sent"),
            Map.entry("NotificationFailed", "{channel} {template} failed, attempt {attempt}"));

    private Summaries() {}

    static String of(String type, JsonNode data) {
        return Optional.ofNullable(WORDS.get(type))
                .flatMap(words -> filledIn(words, data))
                .orElseGet(() -> words(type));
    }

    private static Optional<String> filledIn(String words, JsonNode data) {
        var isComplete = FIELD.matcher(words).results().noneMatch(field -> shown(data.path(field.group(1)))
                .isBlank());
        return isComplete
                ? Optional.of(FIELD.matcher(words)
                        .replaceAll(field -> Matcher.quoteReplacement(shown(data.path(field.group(1))))))
                : Optional.empty();
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            var more = value.size() - MOST_LISTED;
            return StreamSupport.stream(value.spliterator(), false)
                            .limit(MOST_LISTED)
                            .map(Summaries::item)
                            .collect(joining(", "))
                    + (more > 0 ? " and " + more + " more" : "");
        }
        return value.has("amount")
                ? value.path("amount").asText() + " " + value.path("currency").asText()
                : value.asText();
    }

    private static String item(JsonNode line) {
        var quantity = line.path("quantity").asText(line.path("requested").asText());
        return quantity + " × " + line.path("sku").asText();
    }

    /** {@code InvoiceIssued} as {@code Invoice issued}. */
    private static String words(String type) {
        var spaced = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return spaced.isEmpty() ? type : spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
