package io.tetherkey.desktop.ui.computers;

import io.tetherkey.protocol.message.ComputerInfo;

/**
 * One trusted computer in words.
 *
 * @param number from 1, in the phone's order; names the row's button
 */
public record ComputerRow(int number, ComputerInfo computer, String name, String since) {}
