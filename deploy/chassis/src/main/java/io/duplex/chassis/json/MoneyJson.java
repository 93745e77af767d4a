package io.duplex.chassis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money is {@code {"amount":"12.34","currency":"EUR"}}: a string with the currency's minor digits, since a number would
 * pass through binary fractions somewhere, and an ISO 4217 code.
 */
final class MoneyJson {
    private MoneyJson() {}

    static SimpleModule module() {
        return new SimpleModule("money").addSerializer(new Writer()).addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider context) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.getAmount().toPlainString());
            json.writeStringField("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Money.class);
        }

        @Override
        public @Nullable Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.isExpectedStartObjectToken()) {
                return (Money) context.handleUnexpectedToken(Money.class, json);
            }
            String amount = null;
            String currency = null;
            for (var field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "amount" -> amount = text(json, context);
                    case "currency" -> currency = text(json, context);
                    default -> context.handleUnknownProperty(json, this, Money.class, field);
                }
            }
            return money(amount, currency, context);
        }

        private static @Nullable String text(JsonParser json, DeserializationContext context) throws IOException {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? json.getText()
                    : (String) context.handleUnexpectedToken(String.class, json);
        }

        private static Money money(@Nullable String amount, @Nullable String currency, DeserializationContext context)
                throws IOException {
            if (amount == null || currency == null || !amount.matches("-?\\d{1,15}(\\.\\d{1,3})?")) {
                return context.reportInputMismatch(Money.class, "money is an amount and a currency");
            }
            try {
                return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
            } catch (IllegalCurrencyException | ArithmeticException notThisCurrency) {
                return context.reportInputMismatch(Money.class, "the amount does not fit the currency");
            }
        }
    }
}
