package io.tetherkey.bank.web.online;

/** The demo's customer, whose name and password everybody may know. */
public record DemoLogin(String userName, String password) {}
