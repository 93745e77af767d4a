package io.duplex.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmailTest {
    @RegisterExtension
    final RunningStubs stubs = new RunningStubs();

    @Test
    void showsAnEmailWithItsPartsAndAttachment() throws Exception {
        // Given
        MimeMultipart both = new MimeMultipart("alternative", part("Grüße", "plain"), part("<p>Grüße</p>", "html"));
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(both);
        MimeBodyPart invoice = new MimeBodyPart();
        invoice.setDataHandler(new DataHandler(new ByteArrayDataSource(new byte[1234], "application/pdf")));
        invoice.setFileName("INV-2026-000001.pdf");
        MimeMessage message = message("Your invoice für Sie");
        message.setContent(new MimeMultipart(body, invoice));
        // When
        Transport.send(message);
        // Then
        Map<String, Object> item = stubs.inbox("emails").get(0);
        assertThat(item)
                .containsOnlyKeys("at", "from", "to", "subject", "text", "html", "messageId", "attachments")
                .containsEntry("from", "shop@duplex.example")
                .containsEntry("to", "buyer@example.com")
                .containsEntry("subject", "Your invoice für Sie")
                .containsEntry("text", "Grüße")
                .containsEntry("html", "<p>Grüße</p>")
                .containsEntry("messageId", message.getMessageID())
                .containsEntry(
                        "attachments",
                        List.of(Map.of("name", "INV-2026-000001.pdf", "type", "application/pdf", "size", 1234)));
    }

    @Test
    void showsAnEmailToSeveralOnce() throws Exception {
        MimeMessage message = message("Low stock");
        message.setText("LAMP-BRASS");
        message.addRecipient(RecipientType.CC, new InternetAddress("second@example.com"));
        Transport.send(message);
        assertThat(stubs.inbox("emails")).singleElement().satisfies(item -> {
            assertThat(item.get("to")).asString().contains("buyer@example.com", "second@example.com");
            assertThat(item.get("html")).isNull();
            assertThat(item.get("text")).asString().contains("LAMP-BRASS");
        });
    }

    @Test
    void refusesWith451WhileTheFaultIsOnAlsoOnAConnectionAlreadyOpen() throws Exception {
        try (Transport connection = session().getTransport("smtp")) {
            // Given
            connection.connect();
            send(connection, "before");
            // When
            stubs.faults("{\"email\":{\"mode\":\"error\"}}");
            assertThatThrownBy(() -> send(connection, "meanwhile")).hasMessageContaining("451");
            // Then
            stubs.faults("{}");
            send(connection, "after");
        }
        assertThat(stubs.inbox("emails"))
                .extracting(item -> item.get("subject"))
                .containsExactly("before", "after");
    }

    @Test
    void takesNoLineOfATextForACommand() throws Exception {
        // Given a seed by which the first message passes and a second one would fail
        int seed = IntStream.range(0, 1000)
                .filter(s -> new Random(s)
                        .doubles(2)
                        .boxed()
                        .map(d -> d < 0.5)
                        .toList()
                        .equals(List.of(false, true)))
                .findFirst()
                .orElseThrow();
        stubs.faults("{\"seed\":" + seed + ",\"email\":{\"failureRate\":0.5}}");
        // When
        MimeMessage message = message("How to speak SMTP");
        message.setText("First say\r\nMAIL FROM:<you@example.com>\r\n.\r\nand so on");
        Transport.send(message);
        // Then
        assertThat(stubs.inbox("emails")).singleElement().satisfies(item -> assertThat(item.get("text"))
                .isEqualTo("First say\r\nMAIL FROM:<you@example.com>\r\n.\r\nand so on"));
    }

    @Test
    void hangsUntilTheSenderGivesUp() {
        stubs.faults("{\"email\":{\"mode\":\"hang\"}}");
        assertThatThrownBy(() -> Transport.send(plain("hanging"))).hasStackTraceContaining("SocketTimeoutException");
        assertThat(stubs.inbox("emails")).isEmpty();
    }

    @Test
    void closesTheConnectionInTheMiddle() {
        stubs.faults("{\"email\":{\"mode\":\"reset\"}}");
        assertThatThrownBy(() -> Transport.send(plain("cut")))
                .isInstanceOf(MessagingException.class)
                .satisfies(e -> assertThat(getStackTrace(e)).doesNotContain("SocketTimeoutException"));
        assertThat(stubs.inbox("emails")).isEmpty();
    }

    @Test
    void isSlowButRight() throws Exception {
        stubs.faults("{\"email\":{\"latencyMs\":1500}}");
        long start = System.nanoTime();
        Transport.send(plain("late"));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_500_000_000);
        assertThat(stubs.inbox("emails")).hasSize(1);
    }

    private void send(Transport connection, String subject) throws MessagingException {
        MimeMessage message = plain(subject);
        message.saveChanges();
        connection.sendMessage(message, message.getAllRecipients());
    }

    private MimeMessage plain(String subject) throws MessagingException {
        MimeMessage message = message(subject);
        message.setText("text");
        return message;
    }

    private MimeMessage message(String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom("shop@duplex.example");
        message.setRecipients(RecipientType.TO, "buyer@example.com");
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(stubs.running().smtpPort()));
        properties.put("mail.smtp.timeout", "4000");
        return Session.getInstance(properties);
    }
}
