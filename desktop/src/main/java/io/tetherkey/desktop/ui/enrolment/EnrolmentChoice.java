package io.tetherkey.desktop.ui.enrolment;

/**
 * A bank of the directory as it stands on the phone.
 *
 * @param action what would make it payable, or keep it so
 * @param state in words
 */
public record EnrolmentChoice(
        String bankId, String name, String initial, String colour, SlotAction action, String state) {}
