package io.tetherkey.desktop.notice;

/**
 * What a notice says. It may be read on a locked screen, so it names no payee, amount or bank.
 *
 * @param title one short line
 * @param text one sentence
 */
public record Notice(String title, String text) {}
