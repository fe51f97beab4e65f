package io.tetherkey.protocol.host;

/** How often a phone that is not there is tried. One that the system tells of is tried at once in any case. */
public enum Pace {
    /** Somebody looks: after a second at most. */
    PROMPT(1_000),
    /** Nobody looks: after four seconds at most. */
    CALM(4_000);

    private final int longest;

    Pace(int longest) {
        this.longest = longest;
    }

    /** The longest wait between two tries, in milliseconds. */
    int longest() {
        return longest;
    }
}
