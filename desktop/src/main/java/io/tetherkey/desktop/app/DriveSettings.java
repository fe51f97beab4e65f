package io.tetherkey.desktop.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the drive does in the window.
 *
 * @param shots where pictures go; empty for none
 * @param timeout after so long without any progress the drive gives up
 */
record DriveSettings(String bank, String user, String password, Optional<Path> shots, Duration timeout) {

    private static final long USUAL_TIMEOUT_SECONDS = 45;
    private static final long LONGEST_TIMEOUT_SECONDS = 3_600;

    /** Reads lines {@code key=value}; keys that are not known are ignored, a missing one has its usual value. */
    static DriveSettings read(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        }
        return new DriveSettings(
                values.getOrDefault("bank", ""),
                values.getOrDefault("user", ""),
                values.getOrDefault("password", ""),
                Optional.ofNullable(values.get("shots"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of),
                timeout(values.getOrDefault("timeoutSeconds", "")));
    }

    private static Duration timeout(String seconds) {
        boolean number = seconds.matches("[1-9][0-9]{0,3}");
        return Duration.ofSeconds(
                number ? Math.min(Long.parseLong(seconds), LONGEST_TIMEOUT_SECONDS) : USUAL_TIMEOUT_SECONDS);
    }

    @Override
    public String toString() {
        return "DriveSettings[" + bank + "]";
    }
}
