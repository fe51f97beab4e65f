package io.tetherkey.protocol.startlink;

/** What a page asked the app to begin. Only the form of the link was checked, nothing in it is believed yet. */
public sealed interface StartLink permits PayLink, LoginLink {}
