package io.tetherkey.desktop.phone;

/** What the phone in use is needed for, which decides whether another one may take its place. */
public enum PhoneUse {
    /** Nothing: another one may. */
    FREE,
    /** An order or a login is looked at: only the user may choose another one. */
    CHOSEN,
    /** A payment, a login or a change of a bank is under way: it is carried to its end with the same phone. */
    BOUND
}
