package io.tetherkey.protocol.session;

/** The state after an event and what is to be done. */
public record ChipEnrolmentStep(ChipEnrolmentState state, ChipEnrolmentEffect effect) {}
