package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.util.Optional;

/**
 * One login to a bank's pages without a person: a browser asks for it, the app and the phone see it through, and the page
 * that the app opens is opened in the browser that asked. It says LOGGED-IN only if that browser sees the account.
 */
final class HeadlessLogin {
    private final DemoOptions options;
    private final DrivenApp app;
    private final Steps steps;

    HeadlessLogin(DemoOptions options, DrivenApp app, Steps steps) {
        this.options = options;
        this.app = app;
        this.steps = steps;
    }

    void run(BankEntry bank, Audit audit, String phone) throws CommandFailure, InterruptedException {
        audit.before();
        try (BankPages browser = new BankPages(bank)) {
            String link = browser.askForLogin();
            steps.done("page", "asks for a login with the phone");
            Optional<String> complaint = app.open(phone, link);
            if (complaint.isPresent()) {
                throw audit.failure(complaint.get());
            }
            URI page = app.page().orElseThrow(() -> new CommandFailure(Fault.INTERNAL, "The app has opened no page."));
            browser.open(page);
            steps.done("page-opened", "in the browser that asked");
            if (!browser.isLoggedIn(options.user())) {
                throw new CommandFailure(
                        Fault.LOGIN_CODE_VOID, "The app says that it is logged in, but the bank's page does not.");
            }
            steps.done("account", "shown by the bank's page");
        }
        audit.requireUntouched();
        steps.done("books", "nothing debited, no try spent");
        steps.line("LOGGED-IN bank=" + options.bank() + " verified");
    }
}
