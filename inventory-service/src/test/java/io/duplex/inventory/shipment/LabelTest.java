package io.duplex.inventory.shipment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LabelTest {
    private static final float DOTS_PER_INCH = 203;

    @Test
    void isTheSameBytesEachTime() {
        assertThat(label("A. Buyer").pdf()).isEqualTo(label("A. Buyer").pdf()).startsWith("%PDF-".getBytes(US_ASCII));
    }

    @Test
    void showsTheAddressAsItWasWritten() throws IOException {
        assertThat(text(label("Łucja Őrsi, Αθήνα, Київ, Straße").pdf()))
                .contains("Łucja Őrsi, Αθήνα, Київ, Straße", "Main St 1", "10115 Berlin", "DE", "DX00000047111");
    }

    @Test
    void showsWhatItHasNoLettersForAsQuestionMarks() throws IOException {
        assertThat(text(label("王 Wang 🎈").pdf())).contains("? Wang ?");
    }

    @Test
    void wrapsWhatIsTooLongForOneLine() throws IOException {
        var name = "W".repeat(200);

        assertThat(text(label(name).pdf()).replaceAll("[^W]", "")).isEqualTo(name);
        assertThat(text(label(name).pdf()).lines())
                .filteredOn(line -> line.contains("W"))
                .allMatch(line -> line.length() < 30);
    }

    @Test
    void keepsALongAddressOutOfTheBars() throws IOException, ReaderException {
        var pdf = label("W".repeat(500)).pdf();

        assertThat(text(pdf).replaceAll("[^W]", "")).hasSize(500);
        assertThat(scanned(pdf)).isEqualTo("DX00000047111");
    }

    @Test
    void hasABarcodeThatAScannerReads() throws IOException, ReaderException {
        assertThat(scanned(label("A. Buyer").pdf())).isEqualTo("DX00000047111");
    }

    private static String scanned(byte[] pdf) throws IOException, ReaderException {
        var hints = Map.of(DecodeHintType.TRY_HARDER, true);
        return new Code128Reader().decode(picture(pdf), hints).getText();
    }

    private static Label label(String name) {
        return new Label(
                new TrackingNumber(4711),
                UUID.fromString("01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b10"),
                new ShippingAddress(name, "Main St 1", "10115", "Berlin", "DE"),
                OffsetDateTime.parse("2026-11-21T10:00:00Z"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The label as a printer for labels prints it. */
    private static BinaryBitmap picture(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        }
    }
}
