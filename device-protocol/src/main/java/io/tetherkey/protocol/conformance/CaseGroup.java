package io.tetherkey.protocol.conformance;

/** What a case is about; the first part of its id. */
public enum CaseGroup {
    LINK("frames and link"),
    ENC("encoding of commands"),
    SESS("sealed sessions"),
    SLOT("slots and their attempts"),
    USER("the person at the phone");

    private final String title;

    CaseGroup(String title) {
        this.title = title;
    }

    /** A few words for a reader. */
    public String title() {
        return title;
    }
}
