package io.tetherkey.protocol.phone;

import java.time.Duration;

/** The named times of the phone side (PROTOCOL.md, "Limits"). */
public final class PhoneLimits {
    /** How long the user may think about a question. */
    public static final Duration PROMPT = Duration.ofSeconds(120);
    /** How long the user may take to type an activation code from a letter. */
    public static final Duration CODE = Duration.ofSeconds(240);
    /** How long the question whether to trust a computer stays. */
    public static final Duration TRUST = Duration.ofSeconds(60);
    /** How long the phone shows that it waits for the bank. */
    public static final Duration WAITING = Duration.ofSeconds(60);
    /** How long a result stays on the display by itself. */
    public static final Duration NOTICE = Duration.ofSeconds(60);
    /** How long a session and its answers are kept: longer than any Offer lives. */
    public static final Duration SESSION_KEPT = Duration.ofMinutes(15);

    /** How long an enrolment and its answers are kept: longer than any EnrolmentOffer lives. */
    public static final Duration ENROLMENT_KEPT = Duration.ofMinutes(30);
    /** Most slots. */
    public static final int SLOTS = 64;

    /** How often the phone looks for sessions whose time is over. */
    public static final Duration TIDY = Duration.ofMinutes(1);

    private PhoneLimits() {}
}
