package io.tetherkey.desktop.app;

import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.app.BareUsbWatch.News;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.protocol.phone.virtual.usbip.LocalUsbSocket;
import io.tetherkey.protocol.phone.virtual.usbip.UsbIpPhonePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A program that measures how long after the kernel was given a trusted, unlocked phone the window says that it is ready,
 * and how long after the cable was pulled the window says that it is not, over each road to a phone on USB; beside what
 * libusb tells a program that does nothing else. Prints a table.
 *
 * <p>A plug counts from the moment at which the phone's USB server has answered the kernel's request for the device. An
 * Android phone is plugged in twice: it comes back as an accessory, which is counted from both moments.
 */
final class PlugTimes {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** Something that happened, by a monotonic clock in nanoseconds. */
    private record Seen(Object what, long at) {}

    /** What the phone's side tells. */
    private enum Given {
        TO_THE_KERNEL,
        AS_AN_ACCESSORY
    }

    /** The measures of one road, in nanoseconds, one for each round. */
    private record Rounds(
            String road, List<Long> came, List<Long> ready, List<Long> went, List<Long> noLonger, List<Long> absent) {
        Rounds(String road) {
            this(road, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        String row() {
            return "| %s | %s | %s | %s | %s | %s |"
                    .formatted(road, told(came), told(ready), told(went), told(noLonger), told(absent));
        }

        /** The quickest and the median. */
        private static String told(List<Long> nanos) {
            if (nanos.isEmpty()) {
                return "–";
            }
            List<Long> sorted = new ArrayList<>(nanos);
            Collections.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "%,d / %,d",
                    sorted.getFirst() / NANOS_IN_MILLI,
                    sorted.get(sorted.size() / 2) / NANOS_IN_MILLI);
        }
    }

    /**
     * Prints the table.
     *
     * @param arguments how often to plug in and pull, after once to warm up
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("plug-times");
        System.out.println("| road | plug: libusb | plug: ready | pull: libusb | pull: not ready | pull: no phone |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        try (DemoSite site = DemoSite.fresh(folder.resolve("profile"))) {
            for (UsbWay way : UsbWay.values()) {
                new PlugTimes().measure(way, site.profile(), rounds).forEach(one -> System.out.println(one.row()));
            }
        }
        System.exit(0);
    }

    private List<Rounds> measure(UsbWay way, Path profile, int times) throws Exception {
        Rounds whole = new Rounds(way + ", from the plug");
        Rounds second = new Rounds(way + ", from its return");
        LocalUsbSocket socket = way.plugIn();
        try (PullingPerson person =
                        new PullingPerson(socket, profile.resolve("phone").resolve("flash.bin"));
                WindowlessDesktop desktop = new WindowlessDesktop(profile, way.roads(), person::reached);
                BareUsbWatch bare = new BareUsbWatch(this::happened)) {
            desktop.onPhone(this::happened);
            desktop.awaitReady();
            pull(person, new Rounds(""));
            for (int i = 0; i <= times; i++) {
                boolean counts = i > 0;
                plug(person, socket.port(), way, counts ? whole : new Rounds(""), counts ? second : new Rounds(""));
                pull(person, counts ? whole : new Rounds(""));
            }
        }
        return way == UsbWay.ACCESSORY ? List.of(whole, second) : List.of(whole);
    }

    private void happened(Object what) {
        seen.add(new Seen(what, System.nanoTime()));
    }

    private void plug(PullingPerson person, UsbIpPhonePort port, UsbWay way, Rounds whole, Rounds second)
            throws Exception {
        seen.clear();
        Thread watcher = Thread.ofPlatform().daemon().start(() -> noteAttachments(port, way));
        person.putIn();
        long ready = at(PhoneState.Ready.class);
        watcher.join();
        long given = first(Given.TO_THE_KERNEL);
        whole.came().add(first(News.CAME) - given);
        whole.ready().add(ready - given);
        if (way == UsbWay.ACCESSORY) {
            long again = first(Given.AS_AN_ACCESSORY);
            second.came().add(first(News.CAME_AS_AN_ACCESSORY) - again);
            second.ready().add(ready - again);
        }
    }

    private void noteAttachments(UsbIpPhonePort port, UsbWay way) {
        try {
            awaitAttached(port, true);
            happened(Given.TO_THE_KERNEL);
            if (way == UsbWay.ACCESSORY) {
                awaitAttached(port, false);
                awaitAttached(port, true);
                happened(Given.AS_AN_ACCESSORY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAttached(UsbIpPhonePort port, boolean attached) throws InterruptedException {
        while (port.isAttached() != attached) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void pull(PullingPerson person, Rounds rounds) {
        seen.clear();
        long pulled = System.nanoTime();
        person.pull();
        rounds.absent().add(at(PhoneState.Absent.class) - pulled);
        rounds.noLonger().add(at(PhoneState.Reconnecting.class) - pulled);
        rounds.went().add(first(News.WENT) - pulled);
    }

    private long at(Class<? extends PhoneState> state) {
        return await().atMost(LIMIT).until(() -> moment(state::isInstance), moment -> moment > Long.MIN_VALUE);
    }

    private long first(Object what) {
        return await().atMost(LIMIT).until(() -> moment(what::equals), moment -> moment > Long.MIN_VALUE);
    }

    private long moment(Predicate<Object> wanted) {
        return seen.stream()
                .filter(one -> wanted.test(one.what()))
                .mapToLong(Seen::at)
                .findFirst()
                .orElse(Long.MIN_VALUE);
    }
}
