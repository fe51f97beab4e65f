package io.tetherkey.desktop.autostart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.desktop.autostart.Autostart.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutostartTest {

    private static final StartCommand START = new StartCommand(List.of("/opt/Tether Key/bin/tetherkey", "--hidden"));

    @TempDir
    private Path home;

    private Autostart of(String system, Map<String, String> environment) {
        return Autostart.ofThisComputer(system, environment, home, Optional.of(START));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void appThatNoLauncherStartedOffersNone() throws Exception {
        Autostart none = Autostart.ofThisComputer("Linux", Map.of(), home, Optional.empty());
        none.change(Mode.ON);
        assertThat(none.mode()).isEqualTo(Mode.UNAVAILABLE);
        assertThat(filesIn(home)).isEmpty();
    }

    @Test
    void packagedProgramIsPreferredToTheScriptAndTheProfileIsNamed() {
        Map<String, String> both = Map.of("jpackage.app-path", "/opt/t", "tetherkey.launcher", "/src/tetherkey");
        assertThat(StartCommand.ofThisRun(both::get, Optional.empty()).map(StartCommand::words))
                .contains(List.of("/opt/t", "desktop", "--hidden"));
        Map<String, String> script = Map.of("tetherkey.launcher", "/src/tetherkey");
        assertThat(StartCommand.ofThisRun(script::get, Optional.of(Path.of("/p")))
                        .map(StartCommand::words))
                .contains(List.of("/src/tetherkey", "desktop", "--hidden", "--profile", "/p"));
        assertThat(StartCommand.ofThisRun(Map.<String, String>of()::get, Optional.empty()))
                .isEmpty();
    }

    @Nested
    class Linux {

        private Autostart autostart = new Autostart.Never();
        private Path file = Path.of("");

        @BeforeEach
        void atHome() {
            autostart = of("Linux", Map.of());
            file = home.resolve(".config/autostart/io.tetherkey.desktop");
        }

        @Test
        void entryIsWrittenWholeAndRemovedWithoutARest() throws Exception {
            assertThat(autostart.mode()).isEqualTo(Mode.OFF);
            autostart.change(Mode.ON);
            assertThat(autostart.mode()).isEqualTo(Mode.ON);
            assertThat(Files.readString(file))
                    .startsWith("[Desktop Entry]\nType=Application\nName=TetherKey\n")
                    .contains("\nTerminal=false\n")
                    .contains("\nExec=\"/opt/Tether Key/bin/tetherkey\" \"--hidden\"\n");
            autostart.change(Mode.OFF);
            assertThat(autostart.mode()).isEqualTo(Mode.OFF);
            assertThat(filesIn(home)).isEmpty();
        }

        @Test
        void folderOfTheUsersConfigurationIsFollowed() throws Exception {
            Path config = home.resolve("elsewhere");
            of("Linux", Map.of("XDG_CONFIG_HOME", config.toString())).change(Mode.ON);
            assertThat(filesIn(home)).containsExactly(config.resolve("autostart/io.tetherkey.desktop"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true"})
        void entryThatADesktopSwitchedOffCountsAsOff(String line) throws Exception {
            autostart.change(Mode.ON);
            Files.writeString(file, Files.readString(file) + line + "\n");
            assertThat(autostart.mode()).isEqualTo(Mode.OFF);
            autostart.change(Mode.ON);
            assertThat(autostart.mode()).isEqualTo(Mode.ON);
        }

        @Test
        void otherProgramsEntriesAreLeftAlone() throws Exception {
            Files.createDirectories(file.getParent());
            Path other = Files.writeString(file.resolveSibling("other.desktop"), "[Desktop Entry]\n");
            autostart.change(Mode.ON);
            autostart.change(Mode.OFF);
            assertThat(filesIn(home)).containsExactly(other);
        }

        @Test
        void charactersThatMeanSomethingToTheDesktopAreQuoted() {
            var odd = new DesktopEntry(new StartCommand(List.of("/a b/$x%f`\"\\")));
            assertThat(odd.text()).contains("\nExec=\"/a b/\\\\$x%%f\\\\`\\\\\"\\\\\\\\\"\n");
        }

        @Test
        void folderThatCannotBeWrittenIsAnError() throws Exception {
            Files.createDirectories(home.resolve(".config"));
            Files.writeString(home.resolve(".config/autostart"), "in the way");
            assertThatThrownBy(() -> autostart.change(Mode.ON)).isInstanceOf(IOException.class);
            assertThat(autostart.mode()).isEqualTo(Mode.OFF);
        }
    }

    @Test
    void macReadsAnAgentAtLogin() throws Exception {
        Autostart autostart = of("Mac OS X", Map.of());
        Path file = home.resolve("Library/LaunchAgents/io.tetherkey.plist");
        autostart.change(Mode.ON);
        assertThat(autostart.mode()).isEqualTo(Mode.ON);
        assertThat(Files.readString(file))
                .contains("<string>/opt/Tether Key/bin/tetherkey</string>\n    <string>--hidden</string>")
                .contains("<key>RunAtLoad</key>\n  <true/>");
        Files.writeString(file, Files.readString(file).replace("<dict>", "<dict><key>Disabled</key> <true/>"));
        assertThat(autostart.mode()).isEqualTo(Mode.OFF);
        autostart.change(Mode.OFF);
        assertThat(filesIn(home)).isEmpty();
    }

    /** A registry of one value. */
    private static final class FakeRegistry implements RunKey.RegistryTool {

        private final List<String> asked = new ArrayList<>();
        private String value = "";

        @Override
        public int run(List<String> arguments) throws IOException {
            asked.add(arguments.getFirst());
            switch (arguments.getFirst()) {
                case "import" -> value = Files.readString(Path.of(arguments.get(1)), StandardCharsets.UTF_16LE);
                case "delete" -> value = "";
                default -> {
                    return value.isEmpty() ? 1 : 0;
                }
            }
            return 0;
        }
    }

    @Test
    void windowsKeepsItInTheUsersRunKey() throws Exception {
        var registry = new FakeRegistry();
        var autostart = new RunKey(new StartCommand(List.of("C:\\Program Files\\T\\T.exe", "--hidden")), registry);
        autostart.change(Mode.OFF);
        assertThat(registry.asked).containsExactly("query");
        autostart.change(Mode.ON);
        assertThat(autostart.mode()).isEqualTo(Mode.ON);
        assertThat(registry.value)
                .startsWith("\uFEFFWindows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\")
                .endsWith("\"TetherKey\"=\"\\\"C:\\\\Program Files\\\\T\\\\T.exe\\\" \\\"--hidden\\\"\"\r\n");
        autostart.change(Mode.OFF);
        assertThat(autostart.mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void registryThatRefusesIsAnError() {
        var refusing = new RunKey(START, arguments -> 1);
        assertThatThrownBy(() -> refusing.change(Mode.ON)).isInstanceOf(IOException.class);
    }
}
