package io.tetherkey.cli;

/** The parts of TetherKey that run as processes of their own. */
enum Part {
    BANK("bank", false),
    PHONE("phone", true),
    DESKTOP("desktop", true);

    private final String command;
    private final boolean window;

    Part(String command, boolean window) {
        this.command = command;
        this.window = window;
    }

    /** The subcommand that runs it; also its name in messages and log files. */
    String command() {
        return command;
    }

    /** Whether it can open a window and so needs JavaFX. */
    boolean window() {
        return window;
    }
}
