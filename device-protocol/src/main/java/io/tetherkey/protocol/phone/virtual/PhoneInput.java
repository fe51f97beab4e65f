package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.InputSource;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.transport.Transport;
import java.util.function.Consumer;

/** What reaches the phone's thread from others. */
sealed interface PhoneInput {

    /** A computer's end of the cable is there. */
    record Connected(Transport transport) implements PhoneInput {}

    /** Bytes came over a cable, perhaps one that is gone by now. */
    record Arrived(Transport transport, byte[] bytes) implements PhoneInput {}

    /** A cable ended. */
    record Disconnected(Transport transport) implements PhoneInput {}

    record Acted(UserAction action, InputSource source) implements PhoneInput {}

    record AttachInputDevice() implements PhoneInput {}

    record RemoveInputDevice() implements PhoneInput {}

    record Unplug() implements PhoneInput {}

    record Plug() implements PhoneInput {}

    record PowerCut() implements PhoneInput {}

    /** Somebody wants to see what the flash looks like. */
    record Inspect(Consumer<FlashReport> seen) implements PhoneInput {}

    record DamageOneCopy() implements PhoneInput {}

    record StartAsNew() implements PhoneInput {}

    record Stop() implements PhoneInput {}
}
