package io.tetherkey.desktop.kit;

/** What a phone in a test hangs on. */
public enum Cable {
    /** Two queues in this process: the quickest, and nothing of the system is used. */
    MEMORY,
    /** A socket on loopback. */
    TCP,
    /** A pseudo-terminal, which only Linux makes here. */
    LINE
}
