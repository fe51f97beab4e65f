package io.tetherkey.desktop.diagnosis;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.protocol.message.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a diagnosis is made from.
 *
 * @param anyUsb whether the computer shows any USB at all; empty if that cannot be told
 * @param devices whatever may be a phone
 * @param phone what the desktop knows of the phone that it talks to
 * @param bank why the bank could not be reached when it was asked last; empty if it was not asked, or answered
 * @param at by which certificates are valid or expired
 */
public record Observation(
        Optional<Boolean> anyUsb, List<SeenDevice> devices, PhoneState phone, Optional<Fault> bank, Instant at) {

    public Observation {
        devices = List.copyOf(devices);
    }
}
