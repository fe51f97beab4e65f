package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultWords;
import java.util.Optional;

/**
 * One line of the self-test in words.
 *
 * @param id of the line, unlike that of any other
 */
public record TestLine(String id, String name, String state, Tone tone, Optional<FaultWords> fault) {}
