package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import io.tetherkey.protocol.transport.usb.UsbPath;
import io.tetherkey.protocol.transport.usb.UsbPhoneSeen;
import io.tetherkey.protocol.transport.usb.UsbPhones;
import io.tetherkey.protocol.transport.usb.UsbRoad;
import io.tetherkey.protocol.transport.usb.UsbWatch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Phones on this computer's USB: those that offer the link already first, then those that have to be asked. */
public final class UsbDiscovery implements PhoneDiscovery {
    private final UsbPhones phones;
    private final UsbWatch watch;

    private UsbDiscovery(UsbPhones phones, Runnable changed) {
        this.phones = phones;
        this.watch = UsbWatch.start(phones, changed);
    }

    /**
     * Begins to look; what is plugged in now is known when this returns. Where there is no USB, nothing is ever found.
     *
     * @param silent phones that are left alone, as they did not answer before
     * @param changed called on the looking thread whenever other devices are there than before
     */
    public static UsbDiscovery start(SilentPhones silent, Runnable changed) {
        return new UsbDiscovery(new UsbPhones(silent), changed);
    }

    @Override
    public List<FoundPhone> found() {
        return watch.seen().stream()
                .sorted(Comparator.comparing(UsbPhoneSeen::road))
                .map(one ->
                        new FoundPhone(PhoneAddress.usb(one.path()), reach(one.road()), one.vendor(), one.product()))
                .toList();
    }

    @Override
    public Optional<TransportException> trouble(FoundPhone phone) {
        return phone.address().kind() == PhoneAddress.Kind.USB
                ? phones.trouble(new UsbPath(phone.address().location()))
                : Optional.empty();
    }

    @Override
    public void close() {
        watch.close();
    }

    private static FoundPhone.Reach reach(UsbRoad road) {
        return switch (road) {
            case VENDOR_BULK -> FoundPhone.Reach.USB_BULK;
            case ACCESSORY -> FoundPhone.Reach.USB_ACCESSORY;
            case SWITCHABLE -> FoundPhone.Reach.USB_SWITCHABLE;
        };
    }
}
