package io.duplex.chassis.json;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.NullValueProvider;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.std.StdValueInstantiator;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes an explicit null for a value of the wrong type where a record's component is not {@code @Nullable}. One that is
 * missing is left to Jakarta Validation, which reports all that are.
 */
final class ExplicitNulls extends SimpleModule {
    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
        context.addValueInstantiators((config, type, found) ->
                type.getBeanClass().isRecord() && found instanceof StdValueInstantiator standard
                        ? new Strict(standard)
                        : found);
    }

    private static final class Strict extends StdValueInstantiator {
        private static final long serialVersionUID = 1L;

        Strict(StdValueInstantiator standard) {
            super(standard);
        }

        @Override
        public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
            return Arrays.stream(super.getFromObjectArguments(config))
                    .map(Strict::strict)
                    .toArray(SettableBeanProperty[]::new);
        }

        private static SettableBeanProperty strict(SettableBeanProperty property) {
            return RequiredComponents.include(property.getMember())
                    ? property.withNullProvider(new NoNull(property))
                    : property;
        }
    }

    private record NoNull(SettableBeanProperty property) implements NullValueProvider {
        @Override
        public Object getNullValue(DeserializationContext context) throws JsonMappingException {
            throw InvalidNullException.from(context, property.getFullName(), property.getType());
        }

        @Override
        public AccessPattern getNullAccessPattern() {
            return AccessPattern.DYNAMIC;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
