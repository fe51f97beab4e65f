package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Theme;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user chose and the app remembers. */
record Settings(Language language, Theme theme) {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    /** Reads the file; what is missing or unknown is as on a first start. */
    static Settings read(Path file, Locale system) {
        Properties stored = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, UTF_8)) {
                stored.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the settings are not readable", e);
            }
        }
        return new Settings(
                Language.fromCode(stored.getProperty("language", "")).orElse(Language.of(system)),
                Theme.fromCode(stored.getProperty("theme", "")).orElse(Theme.LIGHT));
    }

    void write(Path file) {
        String text = "language=" + language.code() + "\ntheme=" + theme.code() + "\n";
        try {
            AtomicFile.write(file, text.getBytes(UTF_8));
        } catch (IOException e) {
            LOG.warn("the settings could not be written", e);
        }
    }
}
