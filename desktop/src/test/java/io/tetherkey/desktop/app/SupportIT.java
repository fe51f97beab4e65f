package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.handoff.SingleInstance;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.support.SupportSection;
import io.tetherkey.desktop.ui.support.TestLine;
import io.tetherkey.desktop.ui.support.TimelineRow;
import io.tetherkey.desktop.ui.window.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The diagnosis page around a real payment: messages, self-test, and a report with nothing private in it. */
@TetherKeyTest
class SupportIT {

    /** What stands in the profile's log and must not come out, each by its kind. */
    private static final List<String> MARKERS = List.of(
            System.getProperty("user.home") + "/secret-place",
            "tetherkey://pay?order=MARKERLINK",
            "777,123.45",
            "Lotus Tea House 荷塘茶舍",
            "0123456789abcdef0123456789abcdef",
            "MARKERDATA".repeat(8));

    @TempDir
    Path folder;

    @Test
    void pageTellsWhatHappenedAndNothingPrivate(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        Profile profile = new Profile(site.profile());
        window.open(site.order("128.00"));
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
        window.turnTo(Page.HISTORY);
        window.expectPart("#history-rows", "Lotus");

        messagesAreListed(window);
        selfTestIsGood(profile, window);
        reportHoldsNothingPrivate(profile, window);
    }

    private static void turnTo(WindowOnTest window, SupportSection section) {
        window.turnTo(Page.DIAGNOSIS);
        window.press("#support-" + section.id());
    }

    private static void messagesAreListed(WindowOnTest window) {
        turnTo(window, SupportSection.MESSAGES);
        window.expectPart("#timeline-count", "messages");
        List<TimelineRow> rows =
                window.see(() -> List.copyOf(window.model().support().timeline().rows()));
        assertThat(rows.reversed().stream().map(TimelineRow::message))
                .containsSubsequence(
                        "HELLO_OK", "Begin", "Offer", "OpenSession", "Forward", "Deliver", "Answer", "Relay", "Ended");
        assertThat(rows.toString()).doesNotContain("128.00", DemoSite.USER, "Lotus", DemoSite.PASSWORD);
    }

    private static void selfTestIsGood(Profile profile, WindowOnTest window) throws Exception {
        turnTo(window, SupportSection.SELF_TEST);
        try (var instance = ((SingleInstance.Start.First) SingleInstance.start(profile.desktop(), "", message -> true))
                .instance()) {
            assertThat(instance).isNotNull();
            window.press("#selftest-start");
            window.expect("#selftest-told", "No problems found");
        }
        List<TestLine> lines =
                window.see(() -> List.copyOf(window.model().support().selfTest().lines()));
        assertThat(lines).hasSize(13).allMatch(line -> line.fault().isEmpty());
    }

    private void reportHoldsNothingPrivate(Profile profile, WindowOnTest window) throws Exception {
        Files.createDirectories(profile.log().getParent());
        Files.writeString(profile.log(), "12:00:00.000 INFO kept\n" + String.join("\n", MARKERS) + "\n");
        turnTo(window, SupportSection.REPORT);
        window.press("#report-make");
        window.expectPart("#report-taken", "payment links (1)");
        assertThat(window.text("#report-taken")).contains("names (");
        Path zip = folder.resolve("report.zip");
        window.act(() -> window.model().support().report().save(name -> Optional.of(zip)));
        String all = contents(zip);
        assertThat(all).contains("INFO kept", "java.version=", "bank jade good", "OpenSession", "cable: good");
        assertThat(MARKERS).noneMatch(all::contains);
        assertThat(all)
                .doesNotContain("MARKER", "128.00", "荷塘茶舍")
                .doesNotContain(profile.root().toString())
                .doesNotContain(System.getProperty("user.home") + "/");
    }

    private static String contents(Path file) throws Exception {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
