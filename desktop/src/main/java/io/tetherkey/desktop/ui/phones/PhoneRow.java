package io.tetherkey.desktop.ui.phones;

/**
 * One of several phones in words.
 *
 * @param name number and model
 * @param road what it hangs on
 */
public record PhoneRow(int number, String name, String road, boolean used) {}
