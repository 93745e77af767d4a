package io.duplex.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.DuplexTestResource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The database of this service, looked into from outside. */
final class Books {
    /** The series' numbers are 1..n in each year. */
    void assertGapless(String series) {
        var years =
                column("SELECT DISTINCT split_part(number, '-', 2) FROM document WHERE number LIKE '" + series + "-%'");
        assertThat(years).as(series).isNotEmpty().allSatisfy(year -> {
            var prefix = series + "-" + year + "-";
            var numbers = column("SELECT number FROM document WHERE number LIKE '" + prefix + "%' ORDER BY number");
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(number -> prefix + "%06d".formatted(number))
                            .toList());
        });
    }

    /** The numbers of these orders' invoices, in the orders' order. */
    List<String> invoiceNumbers(List<UUID> orders) {
        var ids = orders.stream().map(UUID::toString).collect(Collectors.joining(","));
        return column("SELECT number FROM document WHERE kind = 'INVOICE' AND number IS NOT NULL"
                + " AND order_id = ANY(string_to_array('" + ids + "', ',')::uuid[])"
                + " ORDER BY array_position(string_to_array('" + ids + "', ',')::uuid[], order_id)");
    }

    /** How many deadlocks the database has broken. */
    String deadlocks() {
        return column("SELECT deadlocks::text FROM pg_stat_database WHERE datname = current_database()")
                .get(0);
    }

    /** Runs something as if the last invoice had been issued on that date. */
    void afterInvoicing(String date, Runnable something) {
        var before = column("SELECT format('year = %s, last_number = %s, last_issue_date = %L', year, last_number,"
                        + " last_issue_date) FROM number_series WHERE series = 'INV'")
                .get(0);
        execute("UPDATE number_series SET last_issue_date = '" + date + "' WHERE series = 'INV'");
        try {
            something.run();
        } finally {
            execute("UPDATE number_series SET " + before + " WHERE series = 'INV'");
        }
    }

    List<String> column(String query) {
        try (var connection = DuplexTestResource.postgres().connect("invoices");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void execute(String change) {
        try (var connection = DuplexTestResource.postgres().connect("invoices");
                var statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
