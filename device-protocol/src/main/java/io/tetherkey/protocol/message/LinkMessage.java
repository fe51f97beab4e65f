package io.tetherkey.protocol.message;

/** What one MSG frame sequence carries: a command of the PC or an answer of the phone (PROTOCOL.md, "Commands"). */
public sealed interface LinkMessage permits LinkRequest, LinkReply {}
