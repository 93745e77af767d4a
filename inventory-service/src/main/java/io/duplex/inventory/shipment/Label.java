package io.duplex.inventory.shipment;

import com.google.zxing.oned.Code128Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A shipping label on A6: where the parcel goes, and its tracking number, also as a Code 128 barcode (ISO/IEC 15417).
 *
 * @param madeAt when it was made, which its file tells, too
 */
record Label(TrackingNumber trackingNumber, UUID orderId, ShippingAddress address, OffsetDateTime madeAt) {
    /** Latin, Greek, Cyrillic and Hebrew letters; it comes with the library. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 24;
    private static final float WIDTH = PDRectangle.A6.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A6.getHeight() - 2 * MARGIN;
    private static final float SIZE = 13;
    private static final float STEP = 0.5f;
    /** From line to line, by size. */
    private static final float LEADING = 1.3f;

    private static final float BARS_BOTTOM = 64;
    private static final float BARS_HEIGHT = 72;
    private static final float ROOM = TOP - BARS_BOTTOM - BARS_HEIGHT;

    /** The label as PDF: the same bytes whenever and wherever it is drawn. */
    byte[] pdf() {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            fix(document);
            draw(document, page);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** What would be the time of drawing follows from the label instead: the file's dates, and its id. */
    private void fix(PDDocument document) {
        document.setDocumentId(trackingNumber.serial());
        var information = document.getDocumentInformation();
        information.setTitle(trackingNumber.toString());
        information.setCreationDate(GregorianCalendar.from(madeAt.toZonedDateTime()));
    }

    private void draw(PDDocument document, PDPage page) throws IOException {
        try (var content = new PDPageContentStream(document, page);
                var letters = Label.class.getResourceAsStream(FONT)) {
            var font = PDType0Font.load(document, letters);
            var size = size(font);
            write(content, font, size, TOP, addressLines(font, size));
            bars(content);
            write(content, font, SIZE, BARS_BOTTOM - SIZE * LEADING, List.of(trackingNumber.toString()));
            write(content, font, SIZE / 2, MARGIN, List.of("Order " + orderId));
        }
    }

    private static void write(PDPageContentStream content, PDFont font, float size, float top, List<String> lines)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setLeading(size * LEADING);
        content.newLineAtOffset(MARGIN, top);
        for (var line : lines) {
            content.showText(line);
            content.newLine();
        }
        content.endText();
    }

    private void bars(PDPageContentStream content) throws IOException {
        var modules = new Code128Writer().encode(trackingNumber.toString());
        var module = WIDTH / modules.length;
        for (var i = 0; i < modules.length; i++) {
            if (modules[i]) {
                content.addRect(MARGIN + i * module, BARS_BOTTOM, module, BARS_HEIGHT);
            }
        }
        content.fill();
    }

    /** The largest size in which all of the address stands above the bars: a scanner must find nothing else in them. */
    private float size(PDFont font) throws IOException {
        var size = SIZE;
        while (addressLines(font, size).size() * size * LEADING > ROOM) {
            size -= STEP;
        }
        return size;
    }

    private List<String> addressLines(PDFont font, float size) throws IOException {
        var lines = new ArrayList<String>();
        for (var text : List.of(
                address.name(), address.street(), address.postalCode() + " " + address.city(), address.country())) {
            lines.addAll(wrapped(text, font, size));
        }
        return lines;
    }

    /** The text in lines that fit on the label; a letter that the font does not have is shown as a question mark. */
    private static List<String> wrapped(String text, PDFont font, float size) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var codePoint : text.codePoints().toArray()) {
            var letter = letter(Character.toString(codePoint), font);
            if (font.getStringWidth(line + letter) * size / 1_000 > WIDTH) {
                lines.add(line);
                line = "";
            }
            line += letter;
        }
        lines.add(line);
        return lines;
    }

    private static String letter(String letter, PDFont font) throws IOException {
        try {
            font.encode(letter);
            return letter;
        } catch (IllegalArgumentException noGlyph) {
            return "?";
        }
    }
}
