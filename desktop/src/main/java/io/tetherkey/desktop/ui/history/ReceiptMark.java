package io.tetherkey.desktop.ui.history;

/** What a printed receipt says of itself beside the maker's name. */
public enum ReceiptMark {
    NONE,
    /** It belongs to a demonstration. */
    DEMO
}
