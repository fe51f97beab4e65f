package io.tetherkey.cli;

import io.tetherkey.desktop.app.SystemBrowser;
import io.tetherkey.protocol.message.Fault;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * The demo for a person: the phone's window, the app's window, and the shop in the browser. It lasts until the app's
 * window is closed or the demo is interrupted; if another part ends before that, it says which.
 */
final class WindowDemo {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final DemoOptions options;
    private final ProfileFolder profile;
    private final DemoParts parts;
    private final PrintWriter out;

    WindowDemo(DemoOptions options, ProfileFolder profile, DemoParts parts, PrintWriter out) {
        this.options = options;
        this.profile = profile;
        this.parts = parts;
        this.out = out;
    }

    void run() throws CommandFailure, InterruptedException {
        DemoParts.BankAddress bank = parts.startBank();
        String phone = parts.startPhone(false, phoneArguments());
        ChildProcess desktop = parts.startDesktop(false, List.of("--phone", phone), "", line -> {});
        LinkHandler handler = LinkHandler.register(profile.path());
        parts.atClose(handler::close);
        tell(bank, firstPage(bank), handler.opensLinks());
        try {
            ChildProcess first = parts.firstEnd().get();
            if (first != desktop) {
                throw first.endedByItself();
            }
            int exit = desktop.exitCode(LAST_WORDS);
            if (exit != 0) {
                throw desktop.endedByItself();
            }
        } catch (ExecutionException e) {
            throw new CommandFailure(Fault.PROGRAM_ENDED, "A part of the demo could not be watched.", e);
        }
    }

    private List<String> phoneArguments() {
        List<String> words = new ArrayList<>();
        options.phoneScript().ifPresent(file -> words.addAll(List.of("--script", file.toString())));
        if (options.freshPhone()) {
            words.add("--fresh");
        }
        return words;
    }

    /** The shop, or the pages of the bank that is to be logged in to. */
    private URI firstPage(DemoParts.BankAddress bank) throws CommandFailure {
        return switch (options.purpose()) {
            case PAYMENT -> bank.shop();
            case LOGIN ->
                DirectoryFile.read(profile.path())
                        .bank(options.bank())
                        .map(entry -> entry.pages().resolve("/bank/" + entry.bankId()))
                        .orElse(bank.shop());
        };
    }

    private void tell(DemoParts.BankAddress bank, URI page, boolean opensLinks) {
        out.println("The shop        " + bank.shop());
        out.println("Customer        " + options.user() + ", password harbour-demo"
                + (options.freshPhone() ? "" : ", payment key 135790 on the phone"));
        if (options.freshPhone()) {
            out.println("The new phone   has no bank: set one up in the TetherKey window; the letter with"
                    + " the activation code is on the bank's page, which the shop links to");
        }
        out.println("To end          close the TetherKey window or press Ctrl-C here");
        if (!opensLinks) {
            out.println("The browser     may not know tetherkey: links; then copy the order's code into the window");
        }
        if (options.purpose() == DemoOptions.Purpose.LOGIN) {
            out.println("The bank        " + page);
        }
        if (!SystemBrowser.started(page)) {
            out.println("No browser could be opened; open " + page + " yourself.");
        }
        out.flush();
    }
}
