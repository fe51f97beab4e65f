package io.tetherkey.desktop.relay;

import java.nio.file.Path;

/** Whether the proof of a payment lies on this computer. */
public sealed interface ReceiptFile {

    /** The receipt was checked against the order and written. */
    record Kept(Path file) implements ReceiptFile {}

    /** Only the bank's word is here; the proof is fetched and written when the phone is plugged in. */
    record Due() implements ReceiptFile {}

    /** Only the bank's word is here; the phone holds the proof. */
    record OnPhoneOnly() implements ReceiptFile {}
}
