package io.duplex.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.de", "first.last+tag@sub.example.org", "o'brien@example.ie", "a@localhost"})
    void acceptsMailboxes(String address) {
        assertThat(Channel.EMAIL.accepts(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.de",
                ".a@b.de",
                "a..b@c.de",
                "a b@c.de",
                "a@-b.de",
                "a@b.de\r\nBcc: x@y.de",
                "a@b@c.de",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.de"
            })
    void refusesWhatIsNoMailbox(String address) {
        assertThat(Channel.EMAIL.accepts(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4930123456", "+15551234567", "+123456789012345"})
    void acceptsNumbers(String address) {
        assertThat(Channel.SMS.accepts(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "030123456", "+030123456", "+1234567890123456", "+49 30 123456", "+4930123456\n"})
    void refusesWhatIsNoNumber(String address) {
        assertThat(Channel.SMS.accepts(address)).isFalse();
    }
}
