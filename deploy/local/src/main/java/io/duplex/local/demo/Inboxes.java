package io.duplex.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What lies in the outside world's inboxes. */
record Inboxes(Client client) {

    /** The newest email and the newest SMS to this person, as a person would describe them. */
    List<String> newestFor(String address, String phone) {
        return Stream.concat(
                        newest("/stub/emails", address)
                                .map(mail -> "email to " + address + ": " + text(mail, "subject")),
                        newest("/stub/sms", phone).map(sms -> "SMS to " + phone + ": " + text(sms, "text")))
                .toList();
    }

    private Stream<JsonNode> newest(String inbox, String recipient) {
        List<JsonNode> items = StreamSupport.stream(
                        client.get(inbox).orFail(200).body().path("items").spliterator(), false)
                .filter(item -> item.path("to").toString().contains(recipient))
                .toList();
        return items.stream().skip(Math.max(0, items.size() - 1));
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asText();
    }
}
