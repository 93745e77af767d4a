package io.duplex.notification;

/** The ways to reach a person. */
public enum Channel {
    EMAIL(Channel.EMAIL_ADDRESS),
    SMS(Channel.E164_NUMBER);

    /** A mailbox of RFC 5321 with a dot-string as its local part: 64 octets before the @, 254 in all. */
    public static final String EMAIL_ADDRESS = "(?=.{3,254}$)(?=[^@]{1,64}@)"
            + "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*";

    /** A telephone number of ITU-T E.164 with its plus sign. */
    public static final String E164_NUMBER = "\\+[1-9][0-9]{6,14}";

    private final String addressPattern;

    Channel(String addressPattern) {
        this.addressPattern = addressPattern;
    }

    /** Whether messages can be addressed like this. */
    public boolean accepts(String address) {
        return address.matches(addressPattern);
    }
}
