package io.tetherkey.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.FrameLimits;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The named limits of the code against the table of PROTOCOL.md, "Limits and timeouts". */
class NamedLimitsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z_]+) \\| ([0-9,]+)(?: ms)? \\|");

    @Test
    void codeHasEveryLimitOfTheTableWithItsValue() throws Exception {
        Map<String, Long> written = table();
        assertThat(written).hasSizeGreaterThan(15);
        assertThat(code()).containsAllEntriesOf(written);
    }

    private static Map<String, Long> table() throws IOException {
        String text = Files.readString(Path.of("PROTOCOL.md"));
        int start = text.indexOf("## Limits and timeouts");
        String section = text.substring(start, text.indexOf("\n## ", start + 1));
        Map<String, Long> limits = new TreeMap<>();
        ROW.matcher(section)
                .results()
                .forEach(row ->
                        limits.put(row.group(1), Long.parseLong(row.group(2).replace(",", ""))));
        return limits;
    }

    private static Map<String, Long> code() throws IllegalAccessException {
        Map<String, Long> limits = new TreeMap<>();
        for (Field field : Stream.of(FrameLimits.class, LinkLimits.class)
                .flatMap(owner -> Stream.of(owner.getFields()))
                .toList()) {
            limits.put(field.getName(), field.getLong(null));
        }
        return limits;
    }
}
