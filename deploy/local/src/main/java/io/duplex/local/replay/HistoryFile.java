package io.duplex.local.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/**
 * A file whose bytes were looked at once.
 *
 * @param charset UTF-8 where all bytes are valid in it, else Windows-1252, which spreadsheets write
 * @param sha256 of the content, in hex: the same file is recognised under any name
 */
record HistoryFile(Path path, Charset charset, String sha256) {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    static HistoryFile examine(Path path) throws IOException {
        var digest = Sha256.digest();
        try (var bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
            var charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
            bytes.transferTo(OutputStream.nullOutputStream());
            return new HistoryFile(path, charset, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Opens the text behind a byte order mark, if there is one. */
    BufferedReader open() throws IOException {
        var reader = Files.newBufferedReader(path, charset);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static boolean isUtf8(InputStream bytes) throws IOException {
        try {
            new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()).transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
