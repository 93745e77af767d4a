package io.duplex.notification.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.notification.Channel;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a fact into the words of a language and a channel: the same fact always gives the same words. */
@ApplicationScoped
public class Messages {
    /** What one SMS holds in the alphabet of GSM 03.38. */
    private static final int SMS_LENGTH = 160;

    private final Engine templates;
    private final ObjectMapper json;

    Messages(Engine templates, ObjectMapper json) {
        this.templates = templates;
        this.json = json;
    }

    /**
     * The message of a template.
     *
     * @param fact the JSON of the template's record
     */
    public Message render(Template template, Channel channel, String locale, String fact) {
        var data = parse(template, fact);
        var text = locale + "/" + template.id() + ".txt";
        return switch (channel) {
            case SMS -> new Message(null, shortened(fragment(text, "sms", data)), null);
            case EMAIL ->
                new Message(
                        fragment(text, "subject", data),
                        fragment(text, "text", data),
                        templates
                                .getTemplate(locale + "/" + template.id() + ".html")
                                .data("fact", data)
                                .render());
        };
    }

    private String fragment(String template, String id, Object fact) {
        return templates
                .getTemplate(template)
                .getFragment(id)
                .data("fact", fact)
                .render()
                .strip();
    }

    private static String shortened(String text) {
        return text.length() <= SMS_LENGTH ? text : text.substring(0, SMS_LENGTH - 3) + "...";
    }

    private Object parse(Template template, String fact) {
        try {
            return json.readValue(fact, template.fact());
        } catch (JsonProcessingException notItsRecord) {
            throw new IllegalStateException("no fact of " + template.id(), notItsRecord);
        }
    }
}
