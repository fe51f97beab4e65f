package io.tetherkey.desktop.app;

import io.tetherkey.desktop.diagnosis.DeviceSurvey;
import io.tetherkey.desktop.diagnosis.Diagnosis;
import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.diagnosis.StepState;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.phone.Road;
import io.tetherkey.desktop.phone.RoadChoice;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.phone.SilentPhonesFile;
import io.tetherkey.protocol.host.HostReach;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneProbe;
import io.tetherkey.protocol.host.UsbInventory;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tetherkey devices}: what is plugged in over all roads, and whether it can be used. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Lists what is plugged in that may be a phone, and says what is wrong where it cannot be used.")
public final class DevicesCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object instead of lines for people.")
    private boolean json;

    @Option(names = "--profile", paramLabel = "DIR", description = "Also look for the virtual phone of this profile.")
    private @Nullable Path profile;

    @Option(
            names = "--phone",
            paramLabel = "ADDRESS",
            description = "Also look there, such as serial:/dev/ttyACM0 or tcp://127.0.0.1:7337.")
    private @Nullable String phone;

    @Option(
            names = "--roads",
            paramLabel = "ROADS",
            defaultValue = "usb,serial,tcp",
            description = "Where to look. Default: ${DEFAULT-VALUE}.")
    private String roads = "usb,serial,tcp";

    @Option(names = "--any-host", description = "Also where the address is not on this computer or its cables.")
    private boolean anyHost;

    @Override
    public Integer call() throws InterruptedException {
        Set<Road> chosen = Road.parse(roads).orElseThrow(() -> wrong("--roads takes usb, serial and tcp"));
        List<PhoneAddress> given = given(chosen);
        UsbInventory inventory = UsbInventory.ofThisComputer();
        try (Roads watched = new Roads(
                new RoadChoice(chosen, anyHost ? HostReach.ANY_HOST : HostReach.NEARBY), () -> given, silent())) {
            PhoneProbe probe = new PhoneProbe(watched.opener(), new SecureRandom(), PATIENCE);
            List<SeenDevice> devices =
                    new DeviceSurvey(watched.discovery(), inventory, probe::trouble).look(watched.addresses());
            Observation seen = new Observation(
                    inventory.anyUsb(),
                    devices,
                    new PhoneState.Absent(),
                    Optional.empty(),
                    Clock.systemUTC().instant());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(DevicesJson.of(seen));
            } else {
                print(out, seen);
            }
            out.flush();
        }
        return 0;
    }

    /** What the app of this profile has found out; nothing is added here. */
    private SilentPhones silent() {
        Profile place = profile == null ? Profile.own() : new Profile(profile.toAbsolutePath());
        return new SilentPhonesFile(place.silentPhones());
    }

    private List<PhoneAddress> given(Set<Road> chosen) {
        if (phone != null) {
            return List.of(PhoneAddress.parse(phone)
                    .orElseThrow(() -> wrong("--phone takes an address such as serial:/dev/ttyACM0")));
        }
        return chosen.contains(Road.TCP) && profile != null
                ? new Profile(profile.toAbsolutePath()).phones()
                : List.of();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void print(PrintWriter out, Observation seen) {
        for (SeenDevice device : seen.devices()) {
            out.println(DeviceLines.headline(device));
            DeviceLines.details(device, verbose()).forEach(line -> out.println("    " + line));
        }
        if (seen.devices().isEmpty()) {
            Fault why = reason(seen);
            out.println(
                    "No phone: " + why.code() + " " + why.sentence(Locale.ENGLISH) + " " + why.remedy(Locale.ENGLISH));
        }
    }

    /** Why nothing is found at all. */
    static Fault reason(Observation seen) {
        return Diagnosis.of(seen).stream()
                .filter(check -> check.state() == StepState.BAD)
                .flatMap(check -> check.fault().stream())
                .findFirst()
                .orElse(Fault.NO_PHONE);
    }

    private boolean verbose() {
        var root = spec.root().findOption("--verbose");
        return root != null && Boolean.TRUE.equals(root.getValue());
    }
}
