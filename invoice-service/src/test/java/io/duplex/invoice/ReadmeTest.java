package io.duplex.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern SETTING = Pattern.compile("\\| `(invoice\\.[a-z.-]+)` \\| `([^`]+)` \\|");

    @Test
    void documentsEachSettingWithItsDefault() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        var own = new TreeSet<String>();
        settings.forEach((name, value) -> own.add(name + "=" + value));
        own.removeIf(setting -> !setting.startsWith("invoice.") || setting.startsWith("invoice.tax.rates."));

        var documented = new TreeSet<String>();
        var rows = SETTING.matcher(Files.readString(Path.of("README.md")));
        while (rows.find()) {
            documented.add(rows.group(1) + "=" + rows.group(2));
        }

        assertThat(documented).isEqualTo(own);
    }
}
