package io.tetherkey.desktop.app;

import io.tetherkey.desktop.diagnosis.Check;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.support.Finding;
import io.tetherkey.desktop.support.Redactor;
import io.tetherkey.desktop.support.Report;
import io.tetherkey.desktop.support.Taken;
import io.tetherkey.desktop.support.Timeline;
import io.tetherkey.desktop.support.TimelineEntry;
import io.tetherkey.protocol.host.UsbInventory;
import io.tetherkey.protocol.message.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what a report holds, and what must not be in it; blocking, so it is called from a worker thread. */
final class ReportMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMaker.class);
    private static final int MOST_LOG = 64 * 1024;

    private final Profile profile;
    private final PhoneDiagnosis diagnosis;
    private final Timeline timeline;
    private final List<HistoryEntry> history;

    ReportMaker(Profile profile, PhoneDiagnosis diagnosis, Timeline timeline, List<HistoryEntry> history) {
        this.profile = profile;
        this.diagnosis = diagnosis;
        this.timeline = timeline;
        this.history = history;
    }

    Report make(List<Finding> findings) {
        List<SeenDevice> devices = diagnosis.devices();
        List<Report.File> raw = List.of(
                new Report.File("versions.txt", versions()),
                new Report.File("diagnosis.txt", diagnosis(diagnosis.look(devices))),
                new Report.File("devices.txt", devices(devices)),
                new Report.File("self-test.txt", selfTest(findings)),
                new Report.File("messages.txt", messages()),
                new Report.File("settings.txt", read(profile.settings())),
                new Report.File("log.txt", read(profile.log())));
        return Report.of(raw, new Redactor(known(devices)));
    }

    private static String versions() {
        return Stream.of("java.version", "java.vm.name", "os.name", "os.version", "os.arch", "javafx.version")
                .map(name -> name + "=" + System.getProperty(name, "") + "\n")
                .collect(Collectors.joining());
    }

    private static String diagnosis(List<Check> checks) {
        return checks.stream()
                .map(check -> check.step().id() + ": " + check.state().id() + code(check.fault()) + "\n")
                .collect(Collectors.joining());
    }

    /** Without what a device calls itself, and without its serial number. */
    private static String devices(List<SeenDevice> devices) {
        return devices.isEmpty()
                ? "none\n"
                : devices.stream()
                        .map(device -> device.road()
                                + (device.vendor().isPresent()
                                        ? " %04x:%04x"
                                                .formatted(
                                                        device.vendor().getAsInt(),
                                                        device.product().orElse(0))
                                        : "")
                                + (device.fault().isPresent() ? code(device.fault()) : " usable") + "\n")
                        .collect(Collectors.joining());
    }

    private static String selfTest(List<Finding> findings) {
        return findings.isEmpty()
                ? "not run\n"
                : findings.stream()
                        .map(found -> found.probe().id()
                                + found.probe()
                                        .bank()
                                        .map(bank -> " " + bank.bankId())
                                        .orElse("")
                                + (found.fault().isPresent() ? code(found.fault()) : " good") + "\n")
                        .collect(Collectors.joining());
    }

    private String messages() {
        return timeline.entries().isEmpty()
                ? "none\n"
                : timeline.entries().stream().map(ReportMaker::message).collect(Collectors.joining());
    }

    private static String message(TimelineEntry entry) {
        return String.join(
                                " ",
                                entry.at().toString(),
                                entry.way().name(),
                                entry.message().isEmpty() ? "-" : entry.message(),
                                entry.session().isEmpty() ? "-" : entry.session(),
                                entry.bytes() + "B",
                                entry.took().map(took -> took.toMillis() + "ms").orElse("-"),
                                entry.outcome())
                        .strip()
                + "\n";
    }

    private static String code(Optional<Fault> fault) {
        return fault.map(why -> " " + why.code()).orElse("");
    }

    /** The end of a file, from a whole line on. */
    private static String read(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = Math.max(0, all.length - MOST_LOG);
            String text = new String(all, from, all.length - from, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            LOG.debug("there is no {}", file.getFileName(), e);
            return "none\n";
        }
    }

    /** What is private by value: whose computer it is, what is plugged in, and whom was paid. */
    private Map<String, Taken> known(List<SeenDevice> devices) {
        Map<String, Taken> known = new LinkedHashMap<>();
        known.put(System.getProperty("user.home", ""), Taken.HOME);
        known.put(profile.root().toString(), Taken.HOME);
        known.put(System.getProperty("user.name", ""), Taken.USER);
        known.put(ComputerName.ofThisHost(), Taken.HOST);
        UsbInventory.ofThisComputer()
                .devices()
                .forEach(device -> device.serialNumber().ifPresent(serial -> known.put(serial, Taken.SERIAL)));
        for (SeenDevice device : devices) {
            known.put(device.identity(), Taken.SERIAL);
            known.put(device.name(), Taken.NAME);
        }
        names().forEach(name -> known.put(name, Taken.NAME));
        return known;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        history.forEach(entry -> entry.order()
                .ifPresent(order -> names.addAll(
                        List.of(order.payee(), order.payeeAccount(), order.description(), order.merchantId()))));
        return names;
    }
}
