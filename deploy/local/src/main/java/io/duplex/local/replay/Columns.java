package io.duplex.local.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of one file as its header line names them: in any order, in upper or lower case, among others that are
 * ignored.
 *
 * @param delimiter comma or semicolon, whichever the header has more of
 * @param width how many columns each row must have
 */
record Columns(char delimiter, int width, Map<Column, Integer> positions) {

    /** The columns that a history must have. */
    enum Column {
        INVOICE_NO("InvoiceNo"),
        STOCK_CODE("StockCode"),
        DESCRIPTION("Description"),
        QUANTITY("Quantity"),
        INVOICE_DATE("InvoiceDate"),
        UNIT_PRICE("UnitPrice"),
        CUSTOMER_ID("CustomerID"),
        COUNTRY("Country");

        private final String title;

        Column(String title) {
            this.title = title;
        }
    }

    /** Fails with the name of the first column that is missing or there twice. */
    static Columns of(String header) {
        var delimiter = count(header, ';') > count(header, ',') ? ';' : ',';
        var titles = Records.parse(header, delimiter).values().stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
        var positions = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            positions.put(column, position(column.title, titles));
        }
        return new Columns(delimiter, titles.size(), positions);
    }

    String value(Column column, List<String> row) {
        return row.get(positions.getOrDefault(column, 0));
    }

    private static int position(String title, List<String> titles) {
        var wanted = title.toLowerCase(Locale.ROOT);
        var first = titles.indexOf(wanted);
        if (first < 0) {
            throw new UnusableHistory("column %s is missing; the header line has: %s".formatted(title, titles));
        }
        if (first != titles.lastIndexOf(wanted)) {
            throw new UnusableHistory("column %s is there twice".formatted(title));
        }
        return first;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
