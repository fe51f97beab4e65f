package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.phone.Road;
import io.tetherkey.desktop.phone.RoadChoice;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.settings.Closing;
import io.tetherkey.protocol.host.HostReach;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user chose and the app remembers.
 *
 * @param place where the window was, if that is known
 */
record Settings(Looks looks, Optional<WindowPlace> place, RoadChoice ways, Closing closing) {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final Pattern SCALE = Pattern.compile("[0-9]{1,4}");

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
        Language language =
                Language.fromCode(stored.getProperty("language", "")).orElse(Language.of(system));
        Looks first = Looks.first(language);
        return new Settings(
                new Looks(
                        language,
                        Theme.fromCode(stored.getProperty("theme", "")).orElse(first.theme()),
                        Boolean.parseBoolean(stored.getProperty("still", "false")),
                        scale(stored.getProperty("scale", "")).orElse(first.scale())),
                WindowPlace.parse(stored.getProperty("place", "")),
                ways(stored),
                Closing.fromCode(stored.getProperty("closing", "")).orElse(Closing.QUIT));
    }

    private static RoadChoice ways(Properties stored) {
        RoadChoice usual = RoadChoice.usual();
        boolean anyHost = Boolean.parseBoolean(stored.getProperty("anyHost", "false"));
        return new RoadChoice(
                Road.parse(stored.getProperty("roads", "")).orElse(usual.roads()),
                anyHost ? HostReach.ANY_HOST : usual.hosts());
    }

    private static Optional<Integer> scale(String text) {
        return Optional.of(text)
                .filter(t -> SCALE.matcher(t).matches())
                .map(Integer::valueOf)
                .filter(Looks.SCALES::contains);
    }

    Settings with(Looks chosen) {
        return new Settings(chosen, place, ways, closing);
    }

    Settings with(WindowPlace now) {
        return new Settings(looks, Optional.of(now), ways, closing);
    }

    Settings with(Closing chosen) {
        return new Settings(looks, place, ways, chosen);
    }

    void write(Path file) {
        StringBuilder text = new StringBuilder()
                .append("language=")
                .append(looks.language().code())
                .append("\ntheme=")
                .append(looks.theme().code())
                .append("\nstill=")
                .append(looks.still())
                .append("\nscale=")
                .append(looks.scale())
                .append("\nroads=")
                .append(ways.roads().stream().sorted().map(Road::word).collect(Collectors.joining(",")))
                .append("\nanyHost=")
                .append(ways.hosts() == HostReach.ANY_HOST)
                .append("\nclosing=")
                .append(closing.code())
                .append('\n');
        place.ifPresent(p -> text.append("place=").append(p.text()).append('\n'));
        try {
            AtomicFile.write(file, text.toString().getBytes(UTF_8));
        } catch (IOException e) {
            LOG.warn("the settings could not be written", e);
        }
    }
}
