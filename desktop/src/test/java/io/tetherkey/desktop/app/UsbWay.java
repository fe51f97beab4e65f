package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.Road;
import io.tetherkey.desktop.phone.RoadChoice;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.protocol.host.HostReach;
import io.tetherkey.protocol.phone.virtual.usbip.LocalUsbSocket;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import java.util.List;
import java.util.Set;

/** The three roads to a phone on USB: what the phone shows, and where the computer looks. */
enum UsbWay {
    BULK(UsbFace.TETHERKEY, Road.USB),
    ACCESSORY(UsbFace.ANDROID, Road.USB),
    SERIAL(UsbFace.TETHERKEY, Road.SERIAL);

    private final UsbFace face;
    private final Road road;

    UsbWay(UsbFace face, Road road) {
        this.face = face;
        this.road = road;
    }

    /** Plugs such a phone into this computer. */
    LocalUsbSocket plugIn() throws TransportException {
        return LocalUsbSocket.plugIn(0, face, "VPHONE0001");
    }

    /** Only this road is looked at. */
    Roads roads() {
        return new Roads(new RoadChoice(Set.of(road), HostReach.NEARBY), List::of, SilentPhones.inMemory());
    }
}
