package io.duplex.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedEventsTest {
    private static final String KEY = "01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b10";
    private static final String DATA = "{\"loafId\":\"" + KEY + "\",\"kind\":\"RYE\"}";

    private final PublishedEvents published = PublishedEvents.of(Path.of("src/test/resources/suite/bakery-service"));

    @Test
    void isCompleteWhenEveryPromisedEventWasSeen() {
        assertThat(published.missing()).containsExactly("BreadBaked.v1");

        published.requirePromised(List.of(published("bread", KEY, headers(), DATA)));

        assertThat(published.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, 17, headers",
        "ce_sequence, , headers",
        "ce_source, /duplex/shop-service, headers",
        "ce_type, duplex.BreadBaked.v2, schemas",
        "ce_partitionkey, 17, key"
    })
    void refusesOtherHeaders(String header, String value, String said) {
        Map<String, String> headers = headers();
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }

        refuses(published("bread", KEY, headers, DATA), said);
    }

    @Test
    void refusesOtherData() {
        refuses(published("bread", KEY, headers(), DATA.replace("RYE", "SPELT")), "published as");
        refuses(published("bread", KEY, headers(), "{}"), "published as");
    }

    @Test
    void refusesOtherTopics() {
        refuses(published("sales", KEY, headers(), DATA), "topics");
    }

    @Test
    void acceptsFieldsThatNobodyPromised() {
        String more = DATA.replace("}", ",\"weight\":750}");

        assertThatCode(() -> published.requirePromised(List.of(published("bread", KEY, headers(), more))))
                .doesNotThrowAnyException();
    }

    private void refuses(ConsumerRecord<String, String> message, String said) {
        assertThatThrownBy(() -> published.requirePromised(List.of(message)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    private static Map<String, String> headers() {
        return new LinkedHashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b11",
                "ce_source", "/duplex/bakery-service",
                "ce_type", "duplex.BreadBaked.v1",
                "ce_time", "2026-11-21T10:00:00.123Z",
                "ce_subject", KEY,
                "ce_dataschema", "/duplex/bakery-service/events/BreadBaked.v1",
                "ce_partitionkey", KEY,
                "ce_sequence", "00000000000000000001",
                "content-type", "application/json"));
    }

    private static ConsumerRecord<String, String> published(
            String topic, String key, Map<String, String> headers, String data) {
        ConsumerRecord<String, String> message = new ConsumerRecord<>(topic, 0, 0, key, data);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }
}
