package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue of errors against everything that prints one: no code without a use, none printed without an entry. */
class CatalogueUseTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("TK-[0-9]{3}");
    private static final Pattern USE = Pattern.compile("\\bFault\\.([A-Z_]+)\\b");
    private static final Pattern SAID = Pattern.compile("(TK-[0-9]{3}) ([^\\r\\n]*)");
    private static final Set<Fault> OF_THE_LAUNCHER =
            Set.of(Fault.JDK_MISSING, Fault.MAVEN_MISSING, Fault.BUILD_FAILED, Fault.GTK_MISSING);

    @Test
    void everyCodeIsUsedSomewhere() {
        Set<String> used = sources(ROOT, "src/main/java")
                .flatMap(file -> USE.matcher(read(file)).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
        String itself = read(ROOT.resolve("device-protocol/src/main/java/io/tetherkey/protocol/message/Fault.java"));
        String ofStatus = itself.substring(itself.indexOf("public static Fault of("));
        assertThat(Stream.of(Fault.values())
                        .filter(fault -> !OF_THE_LAUNCHER.contains(fault))
                        .filter(fault ->
                                !used.contains(fault.name()) && !ofStatus.contains("-> " + fault.name() + ";")))
                .as("codes that nothing uses")
                .isEmpty();
    }

    /** What people read comes from the catalogue; a library's or the system's words are for {@code --verbose}. */
    @Test
    void noExceptionsMessageIsShown() {
        Set<String> known = Set.of(
                "TetherKey.java", // picocli's word for wrong use
                "Sentences.java", // only where it begins with a code of the catalogue
                "DrivenApp.java", // the coded sentence of another process
                "ChildProcess.java", // a log
                "PhoneBody.java", // a log
                "PhoneColours.java", // a log
                "PtyPhonePort.java", // a log, and the cause of a cable's fault
                "ProfileDirectory.java", // a log
                "PhoneCommand.java", // the sentence of its own failure
                "ShopFeature.java", // for the bank that calls, not for a person
                "DeviceSurvey.java"); // the cause, which only --verbose shows
        assertThat(sources(ROOT, "src/main/java")
                        .filter(file -> List.of("cli", "desktop", "bank", "virtual").stream()
                                .anyMatch(part -> file.toString().contains("/" + part + "/")))
                        .filter(file -> !file.toString().contains("/conformance/"))
                        .filter(file -> read(file).contains("getMessage()")
                                || read(file).contains("getLocalizedMessage()"))
                        .map(file -> file.getFileName().toString()))
                .allMatch(known::contains);
    }

    @Test
    void verboseAddsTheCatalogueEntry() {
        assertThat(Sentences.entry("TK-704 The receipt is not genuine or was changed."))
                .containsExactly(
                        "  title:         Receipt not genuine",
                        "  remedy:        Do not rely on it. Export it again from the app.",
                        "  who must act:  You",
                        "  tries:         No try of the payment key was counted.");
        assertThat(Sentences.entry("no code here")).isEmpty();
    }

    @Test
    void everyCodeThatSourcesAndDocumentsNameIsInTheCatalogue() {
        Set<String> named = new TreeSet<>();
        Stream.concat(
                        sources(ROOT, "src/main/java"),
                        Stream.of(
                                        "README.md",
                                        "bank-stub/README.md",
                                        "desktop/README.md",
                                        "device-protocol/README.md",
                                        "packaging/README.md",
                                        "tetherkey",
                                        "tetherkey.cmd")
                                .map(ROOT::resolve))
                .forEach(file -> CODE.matcher(read(file)).results().forEach(found -> named.add(found.group())));
        assertThat(named).isNotEmpty().allMatch(code -> Fault.fromCode(code).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tetherkey", "tetherkey.cmd"})
    void launcherSaysWhatTheCatalogueSays(String launcher) {
        Set<Fault> said = new TreeSet<>();
        SAID.matcher(read(ROOT.resolve(launcher))).results().forEach(found -> {
            Fault fault = Fault.fromCode(found.group(1)).orElseThrow();
            assertThat(found.group(2)).as(launcher).startsWith(fault.sentence(Locale.ENGLISH));
            said.add(fault);
        });
        assertThat(said)
                .isSubsetOf(OF_THE_LAUNCHER)
                .contains(Fault.JDK_MISSING, Fault.MAVEN_MISSING, Fault.BUILD_FAILED);
        if (launcher.equals("tetherkey")) {
            assertThat(said).containsExactlyInAnyOrderElementsOf(OF_THE_LAUNCHER);
        }
    }

    private static Stream<Path> sources(Path root, String folder) {
        return List.of("device-protocol", "bank-stub", "desktop", "packaging").stream()
                .flatMap(module -> {
                    try (Stream<Path> files = Files.walk(root.resolve(module).resolve(folder))) {
                        return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
