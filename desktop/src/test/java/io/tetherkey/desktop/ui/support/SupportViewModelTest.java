package io.tetherkey.desktop.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.support.Probe;
import io.tetherkey.desktop.support.Report;
import io.tetherkey.desktop.support.SelfTest;
import io.tetherkey.desktop.support.Taken;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Language.ENGLISH);
    private final SupportViewModel support = new SupportViewModel(texts, new DirectRunner(), ZoneOffset.UTC);

    @Test
    void messagesAreListedNewestFirstWithSizeTimeAndOutcome() {
        support.timeline().show(SupportSamples.MESSAGES);
        TimelineRow newest = support.timeline().rows().getFirst();
        assertThat(newest.message()).isEqualTo("Refusal");
        assertThat(newest.way()).isEqualTo("phone to app");
        assertThat(newest.took()).isEqualTo("9,204 ms");
        assertThat(newest.tone()).isEqualTo(Tone.BAD);
        TimelineRow step = support.timeline().rows().get(1);
        assertThat(step.outcome()).isEqualTo("ENTER_PAYMENT_KEY");
        assertThat(step.tone()).isEqualTo(Tone.QUIET);
        TimelineRow first = support.timeline().rows().getLast();
        assertThat(first.time()).isEqualTo("10:00:00.137");
        assertThat(support.timeline().countedProperty().get()).isEqualTo("10 messages, the newest first");
        texts.languageProperty().set(Language.CHINESE);
        assertThat(support.timeline().rows().getFirst().way()).isEqualTo("手机 → 应用");
    }

    @Test
    void clearedTimelineIsEmpty() {
        support.timeline().onClear(() -> support.timeline().show(List.of()));
        support.timeline().show(SupportSamples.MESSAGES);
        support.timeline().clear();
        assertThat(support.timeline().rows()).isEmpty();
        assertThat(support.timeline().countedProperty().get()).isEmpty();
    }

    @Test
    void selfTestTellsEachFindingWithCodeAndRemedy() {
        SelfTestViewModel test = support.selfTest();
        test.use(SupportSamples.selfTest());
        assertThat(test.lines()).hasSize(12).allMatch(line -> line.state().equals("not checked"));
        test.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !test.runningProperty().get());
        assertThat(test.toldProperty().get()).isEqualTo("1 problem found");
        TestLine first = test.lines().getFirst();
        assertThat(first.name()).isEqualTo("Jade Bank: reachable and genuine");
        assertThat(first.state()).isEqualTo("problem");
        assertThat(first.fault().orElseThrow().code()).isEqualTo("TK-601");
        assertThat(test.lines().getLast().tone()).isEqualTo(Tone.GOOD);
        assertThat(test.lines().stream().map(TestLine::id)).doesNotHaveDuplicates();
    }

    @Test
    void selfTestThatIsGivenUpKeepsWhatItFound() {
        SelfTestViewModel test = support.selfTest();
        var reached = new CountDownLatch(1);
        test.use(new SelfTest(List.of(Probe.of("profile", Optional::empty), Probe.of("directory", () -> {
            reached.countDown();
            new CountDownLatch(1).await();
            return Optional.empty();
        }))));
        test.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> reached.getCount() == 0);
        assertThat(test.toldProperty().get()).isEqualTo("Checking: 1 of 2 done");
        test.cancel();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !test.runningProperty().get());
        assertThat(test.toldProperty().get()).startsWith("Cancelled.");
        assertThat(test.lines()).extracting(TestLine::state).containsExactly("OK", "not checked");
    }

    @Test
    void reportIsShownFileByFileAndSavedExactlySo() throws Exception {
        ReportViewModel report = support.report();
        report.onMake(ready -> ready.accept(SupportSamples.REPORT));
        report.make();
        assertThat(report.files()).containsExactly("versions.txt", "diagnosis.txt", "messages.txt", "log.txt");
        assertThat(report.takenProperty().get())
                .isEqualTo("Removed: home folder (4), user names (2), serial numbers (1), amounts (3).");
        report.chosenProperty().set(Optional.of("log.txt"));
        String shown = report.textProperty().get();
        assertThat(shown).contains("<serial>");
        Path file = folder.resolve("report.zip");
        report.save(name -> Optional.of(file));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            List<String> names = new ArrayList<>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().endsWith("log.txt")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(shown);
                }
            }
            assertThat(names).hasSize(4).allMatch(name -> name.startsWith("tetherkey-report/"));
        }
    }

    @Test
    void fileThatIsThereIsReplacedOnlyAfterAQuestion() throws Exception {
        ReportViewModel report = support.report();
        report.onMake(ready -> ready.accept(SupportSamples.REPORT));
        report.make();
        Path file = Files.writeString(folder.resolve("mine.zip"), "mine");
        report.save(name -> Optional.of(file));
        assertThat(report.saver().asksProperty().get()).isTrue();
        report.saver().keep();
        assertThat(file).hasContent("mine");
        report.save(name -> Optional.of(file));
        report.saver().replace();
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }

    @Test
    void reportIsMadeOnceAtATime() {
        List<Consumer<Report>> asked = new ArrayList<>();
        support.report().onMake(asked::add);
        support.report().make();
        support.report().make();
        assertThat(asked).hasSize(1);
        asked.getFirst().accept(new Report(List.of(), Map.of()));
        assertThat(support.report().makingProperty().get()).isFalse();
        assertThat(support.report().takenProperty().get()).isEqualTo("There was nothing private to remove.");
    }

    @Test
    void folderThatCannotBeOpenedIsTold() {
        FilesViewModel files = support.files();
        List<Path> opened = new ArrayList<>();
        files.use(SupportSamples.folders(), (path, failed) -> {
            opened.add(path);
            failed.run();
        });
        files.open(files.folders().getFirst());
        assertThat(opened).containsExactly(Path.of("/home/alice/.local/share/tetherkey"));
        assertThat(files.toldProperty().get()).startsWith("The folder could not be opened here.");
    }

    @Test
    void logLevelHoldsAtOnceAndStartsNormal() {
        List<LogDetail> set = new ArrayList<>();
        support.files().onDetail(set::add);
        support.files().detailProperty().set(LogDetail.DETAILED);
        assertThat(set).containsExactly(LogDetail.NORMAL, LogDetail.DETAILED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPartAndEveryKindHasItsWords(Language language) {
        Texts words = new Texts(language);
        for (SupportSection section : SupportSection.values()) {
            assertThat(words.get("support." + section.id())).isNotBlank();
            assertThat(words.get("support." + section.id() + ".help")).isNotBlank();
        }
        for (Taken kind : Taken.values()) {
            assertThat(words.get("report.taken." + kind.id())).isNotBlank();
        }
        for (LogDetail detail : LogDetail.values()) {
            assertThat(words.get("settings.log." + detail.id())).isNotBlank();
        }
        for (KnownFolder each : SupportSamples.folders()) {
            assertThat(words.get("files." + each.id() + ".help")).isNotBlank();
        }
    }
}
