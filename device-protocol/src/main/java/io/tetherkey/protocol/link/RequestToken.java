package io.tetherkey.protocol.link;

/** Names one request of one link, so that an answer that comes too late finds nobody. */
public record RequestToken(int channel, long messageId) {}
