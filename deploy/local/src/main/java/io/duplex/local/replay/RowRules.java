package io.duplex.local.replay;

import io.duplex.local.replay.Columns.Column;
import io.duplex.local.replay.Entry.Row;
import io.duplex.local.replay.Entry.Unusable;
import io.duplex.local.replay.Records.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rules for one row: what its values must look like, and by which reason it is left out otherwise. */
record RowRules(Columns columns, CurrencyUnit currency) {
    private static final Pattern INVOICE_NO = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,63}");
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CUSTOMER = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}(\\.0{1,9})?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");
    private static final int LONGEST_NAME = 200;

    /** Whether an invoice number is that of a cancellation. */
    static boolean cancels(String invoiceNo) {
        return invoiceNo.startsWith("C") || invoiceNo.startsWith("c");
    }

    Entry read(Fields fields) {
        if (!fields.intact()) {
            return new Unusable(null, SkipReason.BROKEN_QUOTE);
        }
        var row = fields.values();
        if (row.size() != columns.width()) {
            return new Unusable(null, SkipReason.WRONG_COLUMN_COUNT);
        }
        var invoiceNo = columns.value(Column.INVOICE_NO, row);
        if (!INVOICE_NO.matcher(invoiceNo).matches()) {
            return new Unusable(null, SkipReason.INVALID_INVOICE_NUMBER);
        }
        return objection(row)
                .<Entry>map(reason -> new Unusable(invoiceNo, reason))
                .orElseGet(() -> accepted(row));
    }

    private Optional<SkipReason> objection(List<String> row) {
        if (!SKU.matcher(columns.value(Column.STOCK_CODE, row)).matches()) {
            return Optional.of(SkipReason.INVALID_SKU);
        }
        if (!CUSTOMER.matcher(columns.value(Column.CUSTOMER_ID, row)).matches()) {
            return Optional.of(SkipReason.INVALID_CUSTOMER);
        }
        return quantityObjection(row).or(() -> priceObjection(row));
    }

    private Optional<SkipReason> quantityObjection(List<String> row) {
        var quantity = quantity(row);
        if (quantity.isEmpty()) {
            return Optional.of(SkipReason.INVALID_QUANTITY);
        }
        var cancels = cancels(columns.value(Column.INVOICE_NO, row));
        if (quantity.get().signum() == (cancels ? -1 : 1)) {
            return Optional.empty();
        }
        return Optional.of(cancels ? SkipReason.QUANTITY_NOT_NEGATIVE : SkipReason.QUANTITY_NOT_POSITIVE);
    }

    private Optional<SkipReason> priceObjection(List<String> row) {
        var price = price(row);
        if (price.isEmpty() || price.get().stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            return Optional.of(SkipReason.INVALID_PRICE);
        }
        return price.get().signum() > 0 ? Optional.empty() : Optional.of(SkipReason.PRICE_NOT_POSITIVE);
    }

    private Row accepted(List<String> row) {
        var sku = columns.value(Column.STOCK_CODE, row);
        var customer = columns.value(Column.CUSTOMER_ID, row);
        return new Row(
                columns.value(Column.INVOICE_NO, row),
                sku,
                name(columns.value(Column.DESCRIPTION, row), sku),
                quantity(row).orElseThrow().abs().longValueExact(),
                Money.of(currency, price(row).orElseThrow().stripTrailingZeros()),
                customer.isEmpty() ? null : customer,
                columns.value(Column.COUNTRY, row));
    }

    private Optional<BigDecimal> quantity(List<String> row) {
        return number(WHOLE, columns.value(Column.QUANTITY, row));
    }

    /** Files with semicolons come from places that write 2,55. */
    private Optional<BigDecimal> price(List<String> row) {
        var text = columns.value(Column.UNIT_PRICE, row);
        return number(DECIMAL, columns.delimiter() == ';' ? text.replace(',', '.') : text);
    }

    private static Optional<BigDecimal> number(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String name(String description, String sku) {
        var name = description.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return name.isEmpty() ? sku : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
