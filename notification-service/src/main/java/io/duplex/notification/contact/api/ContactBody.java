package io.duplex.notification.contact.api;

import io.duplex.chassis.http.Problem;
import io.duplex.notification.Channel;
import io.duplex.notification.contact.Contact;
import io.duplex.notification.contact.Contacts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is written and shown. At least one of email and phone is needed.
 *
 * @param locale the language of messages; en unless given
 * @param preferences all channels unless given
 */
@Schema(
        name = "Contact",
        examples =
                """
                {"email":"buyer@example.com","phone":"+4930123456","locale":"de",
                 "preferences":{"email":true,"sms":false}}
                """)
record ContactBody(
        @Nullable @Pattern(regexp = Channel.EMAIL_ADDRESS, message = "must be an email address") String email,
        @Nullable @Pattern(regexp = Channel.E164_NUMBER, message = "must be an E.164 number such as +4930123456")
                String phone,
        @Nullable @Pattern(regexp = "en|de", message = "must be en or de") String locale,
        @Nullable @Valid Preferences preferences) {

    /** Which channels the customer wants; one that is not named is wanted. */
    @Schema(name = "Preferences")
    record Preferences(@Nullable Boolean email, @Nullable Boolean sms) {
        static final Preferences ALL = new Preferences(true, true);
    }

    static ContactBody of(Contact contact) {
        return new ContactBody(
                contact.email, contact.phone, contact.locale, new Preferences(contact.wantsEmail, contact.wantsSms));
    }

    Contacts.Details details() {
        if (email == null && phone == null) {
            var detail = "An email address or a phone number is needed.";
            throw Problem.unprocessable(
                    "validation-failed", detail, List.of(new Problem.Violation("#/email", "required", detail)));
        }
        var wanted = preferences == null ? Preferences.ALL : preferences;
        return new Contacts.Details(
                email,
                phone,
                locale == null ? "en" : locale,
                !Boolean.FALSE.equals(wanted.email()),
                !Boolean.FALSE.equals(wanted.sms()));
    }
}
