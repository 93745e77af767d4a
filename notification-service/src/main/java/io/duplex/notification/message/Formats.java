package io.duplex.notification.message;

import io.quarkus.qute.TemplateExtension;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;

/** How amounts and dates are written in the languages of the templates: {@code {fact.total.english}}. */
@TemplateExtension
final class Formats {
    private Formats() {}

    static String english(Money money) {
        return money.getCurrencyUnit() + " " + amount(money, Locale.ENGLISH);
    }

    static String german(Money money) {
        return amount(money, Locale.GERMAN) + " " + money.getCurrencyUnit();
    }

    static String english(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(date);
    }

    static String german(LocalDate date) {
        return DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN).format(date);
    }

    private static String amount(Money money, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        return format.format(money.getAmount());
    }
}
