package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneAddress;

/**
 * One of the phones that are plugged in.
 *
 * @param number from 1; stays with its socket as long as the app runs
 * @param model as the phone says, which is the same for all of a make; empty while it was not asked
 * @param road what it hangs on
 * @param used whether it is the one that is used
 */
public record PresentPhone(int number, String model, PhoneAddress.Kind road, boolean used) {}
