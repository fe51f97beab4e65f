package io.tetherkey.protocol.transport.usb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a phone may be asked to become an accessory's phone. That ends what it was doing on USB, such as sharing its
 * files, so a phone that did not answer when it was asked before is left alone until somebody wishes otherwise. A phone
 * that came back as it was may only have been pulled for a moment, and one that has answered before has the app: both are
 * asked a few times more. Safe for any thread.
 */
final class AskedPhones {
    private static final int SHORTEST_SERIAL_NUMBER = 4;
    /** How much it counts that a phone did not answer, or came back as it was, and how much is enough. */
    private static final int SILENCE = 2;

    private static final int RETURN = 1;
    private static final int ENOUGH_OF_A_STRANGER = 2;
    private static final int ENOUGH_OF_AN_ACQUAINTANCE = 6;

    private final SilentPhones silent;
    private final Map<UsbPath, String> asked = new HashMap<>();
    private final Map<String, DeviceFacts> unanswered = new HashMap<>();
    private final Map<String, Integer> inVain = new HashMap<>();
    private final Set<String> acquainted = new HashSet<>();
    private final Map<DeviceFacts, String> leftAlone = new HashMap<>();
    private final Set<String> wished = new HashSet<>();

    AskedPhones(SilentPhones silent) {
        this.silent = silent;
    }

    /**
     * What stays the same when the phone is plugged in again. A phone changes its product id with its USB mode; one
     * without a serial number is known by its socket.
     */
    static String identity(DeviceFacts device, Optional<String> serialNumber) {
        return serialNumber
                .filter(number -> number.length() >= SHORTEST_SERIAL_NUMBER)
                .map(number -> "%04x/%s".formatted(device.vendor(), number))
                .orElseGet(() -> "%04x:%04x at %s".formatted(device.vendor(), device.product(), device.path()));
    }

    /** Whether this plug of the device is known to be left alone, so that it need not even be opened. */
    synchronized boolean isLeftAlone(DeviceFacts device) {
        return leftAlone.containsKey(device);
    }

    /** Whether to ask the device now; that it is back as it was after it was asked counts against it. */
    synchronized boolean mayAsk(DeviceFacts device, String identity) {
        DeviceFacts before = unanswered.get(identity);
        if (before != null && before.address() != device.address()) {
            count(identity, RETURN);
        }
        if (!silent.contains(identity) || wished.remove(identity)) {
            return true;
        }
        leftAlone.put(device, identity);
        return false;
    }

    /** The phone is asked. */
    synchronized void asking(DeviceFacts device, String identity) {
        asked.put(device.path(), identity);
        unanswered.put(identity, device);
    }

    /** Another device, or the same one plugged in anew, is at this path, or none. */
    synchronized void replugged(UsbPath path, Optional<DeviceFacts> now) {
        asked.remove(path);
        leftAlone.keySet().removeIf(device -> device.path().equals(path) && !now.equals(Optional.of(device)));
    }

    /** The phone at this path was asked and does not answer. */
    synchronized void silent(UsbPath path) {
        Optional.ofNullable(asked.get(path)).ifPresent(identity -> count(identity, SILENCE));
    }

    /** Once for each time that the phone was asked. */
    private void count(String identity, int weight) {
        if (unanswered.remove(identity) == null) {
            return;
        }
        int enough = acquainted.contains(identity) ? ENOUGH_OF_AN_ACQUAINTANCE : ENOUGH_OF_A_STRANGER;
        if (inVain.merge(identity, weight, Integer::sum) >= enough) {
            silent.add(identity);
        }
    }

    /** The phone at this path answers. */
    synchronized void answered(UsbPath path) {
        Optional.ofNullable(asked.get(path)).ifPresent(identity -> {
            acquainted.add(identity);
            unanswered.remove(identity);
            inVain.remove(identity);
            silent.remove(identity);
        });
    }

    /** Somebody wishes that the phones that are left alone now are asked once more. */
    synchronized void askAgain() {
        wished.addAll(leftAlone.values());
        leftAlone.clear();
    }
}
