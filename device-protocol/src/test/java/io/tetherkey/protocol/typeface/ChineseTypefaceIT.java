package io.tetherkey.protocol.typeface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChineseTypefaceIT {

    /** The system's fonts without those for Chinese. */
    private static final String NO_CHINESE = """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
            <fontconfig>
              <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
              <selectfont><rejectfont>
                <glob>*CJK*</glob>
                <pattern><patelt name="lang"><string>zh-cn</string></patelt></pattern>
              </rejectfont></selectfont>
            </fontconfig>
            """;

    @TempDir
    Path folder;

    @Test
    void chineseIsDrawnWhereTheSystemHasNoFontForIt() throws Exception {
        Path fonts = Files.writeString(folder.resolve("fonts.conf"), NO_CHINESE);
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareSystem.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("FONTCONFIG_FILE", fonts.toString());
        Process process = program.start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(told.strip())
                .isEqualTo("system=false sheet=true family=" + ChineseTypeface.FAMILY + " bold=true boxes=");
    }

    @Test
    void typefaceIsSmallAndItsLicenceLiesBesideIt() throws Exception {
        try (InputStream file = ChineseTypeface.open();
                InputStream bold = ChineseTypeface.openBold();
                InputStream licence = ChineseTypeface.class.getResourceAsStream("OFL.txt")) {
            assertThat(file.readAllBytes()).hasSizeLessThan(3_000_000);
            assertThat(bold.readAllBytes()).hasSizeLessThan(3_000_000);
            assertThat(licence).isNotNull();
            assertThat(new String(licence.readAllBytes(), UTF_8)).contains("SIL OPEN FONT LICENSE Version 1.1");
        }
    }
}
