package io.duplex.notification.delivery.sms;

/** The provider answered, and did not take the message. */
final class SmsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param status the answer's HTTP status */
    SmsRefused(int status) {
        super("HTTP " + status);
    }
}
