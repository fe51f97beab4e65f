package io.tetherkey.bank.evidence;

import java.util.Locale;

/** What an entry of the evidence log is about. */
public enum EvidenceKind {
    /** The signed order that a session was opened for. */
    ORDER,
    /** A message as it came, sealed. */
    RECEIVED,
    /** A message as it was sent. */
    SENT,
    /** The certificate chain and its status when it was checked. */
    CERTIFICATE,
    /** To whom a chip's certificate was issued, and when it became active. */
    ENROLMENT,
    /** How a login was judged and how many tries were left. */
    LOGIN,
    /** What the chip signed, opened. */
    AUTHORIZATION,
    /** The receipt that the bank signed. */
    RECEIPT,
    /** The fault that ended a session. */
    REFUSAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
