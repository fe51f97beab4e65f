package io.tetherkey.desktop.ui.payment;

/**
 * A bank that this payment could be made with.
 *
 * @param usable whether it can be chosen
 * @param reason why not, or what the phone holds for it
 */
public record BankChoice(String bankId, String name, String initial, String colour, boolean usable, String reason) {}
