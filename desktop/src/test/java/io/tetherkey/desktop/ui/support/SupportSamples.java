package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.support.Probe;
import io.tetherkey.desktop.support.Report;
import io.tetherkey.desktop.support.SelfTest;
import io.tetherkey.desktop.support.Taken;
import io.tetherkey.desktop.support.TimelineEntry;
import io.tetherkey.desktop.support.TimelineEntry.Way;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.message.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts of the diagnosis page show in tests and pictures. */
public final class SupportSamples {

    private static final String SESSION = "92cba2e9";

    public static final List<TimelineEntry> MESSAGES = List.of(
            entry(1, Way.FROM_PHONE, "HELLO_OK", "", 0, -1, "ok"),
            entry(2, Way.TO_BANK, "Begin", "", 1_024, -1, ""),
            entry(3, Way.FROM_BANK, "Offer", SESSION, 1_312, 41, "ok"),
            entry(4, Way.TO_PHONE, "OpenSession", "", 1_312, -1, ""),
            entry(5, Way.FROM_PHONE, "Forward", SESSION, 4_226, 63, "ok"),
            entry(6, Way.TO_BANK, "Deliver", SESSION, 4_226, -1, ""),
            entry(7, Way.FROM_BANK, "Answer", SESSION, 3_110, 388, "ok"),
            entry(8, Way.TO_PHONE, "Relay", SESSION, 3_110, -1, ""),
            entry(9, Way.FROM_PHONE, "KEEPALIVE", SESSION, 0, -1, "ENTER_PAYMENT_KEY"),
            entry(10, Way.FROM_PHONE, "Refusal", SESSION, 0, 9_204, "TIMEOUT"));

    public static final Report REPORT = new Report(
            List.of(
                    new Report.File("versions.txt", "java.version=25.0.3\nos.name=Linux\nos.arch=amd64\n"),
                    new Report.File("diagnosis.txt", "cable: good\ndata-lines: good\npermission: bad TK-106\n"),
                    new Report.File("messages.txt", "none\n"),
                    new Report.File("log.txt", "10:00:00.120 INFO phone plugged at serial:<serial>\n")),
            Map.of(Taken.HOME, 4, Taken.USER, 2, Taken.SERIAL, 1, Taken.AMOUNT, 3));

    private SupportSamples() {}

    private static TimelineEntry entry(
            int number, Way way, String name, String session, int bytes, int millis, String outcome) {
        return new TimelineEntry(
                number,
                Samples.NOW.plusMillis(137L * number),
                way,
                name,
                session,
                bytes,
                millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis)),
                outcome);
    }

    /** Some good, the last bank out of reach. */
    public static SelfTest selfTest() {
        return new SelfTest(List.of(
                Probe.of("profile", Optional::empty),
                Probe.of("directory", Optional::empty),
                Probe.of("suite-1", Optional::empty),
                Probe.of("suite-2", Optional::empty),
                Probe.of("suite-3", Optional::empty),
                Probe.of("database", Optional::empty),
                Probe.of("usb", Optional::empty),
                Probe.of("serial", Optional::empty),
                Probe.of("typeface", Optional::empty),
                Probe.of("socket", Optional::empty),
                new Probe("bank", Optional.of(Samples.HARBOUR), Optional::empty),
                new Probe("bank", Optional.of(Samples.JADE), () -> Optional.of(Fault.BANK_UNREACHABLE))));
    }

    public static List<KnownFolder> folders() {
        Path profile = Path.of("/home/alice/.local/share/tetherkey");
        return List.of(
                new KnownFolder("profile", profile),
                new KnownFolder("receipts", profile.resolve("receipts")),
                new KnownFolder("log", profile.resolve("desktop/log")));
    }
}
