package io.tetherkey.desktop.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one test has: made when it is first asked for, and cleared away when the test is over. */
final class TestPlace implements AutoCloseable {

    private final TetherKeyTest wishes;
    private final Path folder;
    private @Nullable DemoSite site;
    private @Nullable PhoneInHand phone;
    private @Nullable WindowOnTest window;

    TestPlace(TetherKeyTest wishes) throws IOException {
        this.wishes = wishes;
        this.folder = Files.createTempDirectory("tetherkey-test");
    }

    DemoSite site() throws IOException {
        DemoSite there = site;
        if (there == null) {
            there = DemoSite.fresh(folder.resolve("profile"));
            site = there;
        }
        return there;
    }

    /** The phone, unlocked. */
    PhoneInHand phone() throws Exception {
        PhoneInHand there = phone;
        if (there == null) {
            there = switchOn(flash(site().profile()));
            there.unlock();
            phone = there;
        }
        return there;
    }

    private Path flash(Path profile) throws Exception {
        return switch (wishes.flash()) {
            case DEMO -> profile.resolve("phone").resolve("flash.bin");
            case EMPTY -> {
                Path empty = folder.resolve("empty.bin");
                PhoneInHand.makeEmpty(empty, profile);
                yield empty;
            }
        };
    }

    private PhoneInHand switchOn(Path flash) throws Exception {
        return switch (wishes.cable()) {
            case MEMORY -> PhoneInHand.inMemory(flash);
            case TCP -> PhoneInHand.switchOn(flash);
            case LINE -> PhoneInHand.onALine(flash, folder.resolve("tetherkey-phone"));
        };
    }

    /** The window; where the phone trusts this computer, it has found it. */
    WindowOnTest window() throws Exception {
        WindowOnTest there = window;
        if (there == null) {
            there = WindowOnTest.open(site().profile(), phone());
            window = there;
            if (wishes.flash() == Flash.DEMO) {
                there.expect("#phone-detail", "Connected and ready");
            }
        }
        return there;
    }

    /** What a failed test leaves behind for who looks into it. */
    List<Path> leave(Path evidence, Throwable why) throws IOException {
        Files.createDirectories(evidence.getParent());
        List<Path> left = new ArrayList<>();
        List<String> report = new ArrayList<>(List.of("== failed", String.valueOf(why.getMessage())));
        WindowOnTest seen = window;
        if (seen != null && seen.isOpen()) {
            Path picture = evidence.resolveSibling(evidence.getFileName() + ".png");
            seen.shot(picture);
            left.add(picture);
            report.add("\n== the window shows");
            report.addAll(seen.texts());
        }
        PhoneInHand held = phone;
        if (held != null) {
            report.add("\n== the phone shows " + held.screen().getClass().getSimpleName());
            report.add(held.text());
        }
        report.add("\n== the last lines of the log");
        report.addAll(RecentLog.lines());
        Path text = evidence.resolveSibling(evidence.getFileName() + ".txt");
        Files.write(text, report);
        left.add(text);
        return left;
    }

    @Override
    public void close() throws IOException {
        if (window != null) {
            window.close();
        }
        if (phone != null) {
            phone.close();
        }
        if (site != null) {
            site.close();
        }
        DemoTemplate.delete(folder);
    }
}
