package io.duplex.notification.alert.api;

import io.duplex.chassis.http.Problem;
import io.duplex.notification.Channel;
import io.duplex.notification.alert.AlertRecipient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The list of alert recipients as it is written and shown. */
@Schema(
        name = "AlertRecipients",
        examples =
                """
                {"recipients":[{"channel":"EMAIL","address":"purchasing@example.com","locale":"en"}]}
                """)
record AlertRecipientsBody(@NotNull @Size(max = 100) List<@NotNull @Valid Recipient> recipients) {

    /**
     * One of them.
     *
     * @param address an email address or an E.164 number, as the channel needs
     * @param locale en unless given
     */
    @Schema(name = "AlertRecipient")
    record Recipient(
            @NotNull Channel channel,
            @NotNull @Size(max = 254) String address,
            @Nullable @Pattern(regexp = "en|de", message = "must be en or de") String locale) {

        AlertRecipient recipient() {
            return new AlertRecipient(channel, address, locale == null ? "en" : locale);
        }
    }

    static AlertRecipientsBody of(List<AlertRecipient> recipients) {
        return new AlertRecipientsBody(recipients.stream()
                .map(recipient -> new Recipient(recipient.channel(), recipient.address(), recipient.locale()))
                .toList());
    }

    List<AlertRecipient> list() {
        var violations = IntStream.range(0, recipients.size())
                .filter(index -> !recipients
                        .get(index)
                        .channel()
                        .accepts(recipients.get(index).address()))
                .mapToObj(AlertRecipientsBody::badAddress)
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.unprocessable("validation-failed", "Not every address fits its channel.", violations);
        }
        return recipients.stream().map(Recipient::recipient).toList();
    }

    private static Problem.Violation badAddress(int index) {
        return new Problem.Violation(
                "#/recipients/" + index + "/address", "invalid-format", "must be an address of the channel");
    }
}
