package io.duplex.inventory.shipment;

/**
 * The number of a parcel: {@code DX}, ten digits, and the check digit of GS1 (General Specifications, 7.9.1), which finds
 * every digit that was misread.
 */
public record TrackingNumber(long serial) {

    @Override
    public String toString() {
        var digits = "%010d".formatted(serial);
        return "DX" + digits + checkDigit(digits);
    }

    /** What the sum of the digits, weighted 3 and 1 in turn from the right, lacks to a multiple of ten. */
    private static int checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * Character.digit(digits.charAt(i), 10);
        }
        return (10 - sum % 10) % 10;
    }
}
