package io.tetherkey.desktop.diagnosis;

import java.util.Locale;

/** The rungs of the ladder, in the order in which they are climbed. */
public enum Step {
    /** Something hangs on the computer's USB. */
    CABLE,
    /** The cable carries data, so the system lists the phone. */
    DATA_LINES,
    /** The operating system lets this user open it. */
    PERMISSION,
    /** The phone offers something that TetherKey can talk over. */
    PHONE_MODE,
    /** TetherKey answers on the phone. */
    PHONE_APP,
    /** The phone trusts this computer. */
    TRUST,
    /** The phone's chip holds a bank that can pay. */
    CHIP,
    /** The bank answers. */
    BANK;

    /** The stable word for keys of texts and node ids. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
