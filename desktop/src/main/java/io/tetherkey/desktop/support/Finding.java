package io.tetherkey.desktop.support;

import io.tetherkey.protocol.message.Fault;
import java.util.Optional;

/** What came of a {@link Probe}: good where there is no fault. */
public record Finding(Probe probe, Optional<Fault> fault) {}
