package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.seal.Hashes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every message of a payment in every state of another one at the real bank over HTTPS: replayed, out of order,
 * reflected, of an older session, of another slot. The books stay as they are, row for row, and the answer is a problem
 * or the bytes that were stored for just this message.
 */
class BankAttackMatrixIT {
    /** 6 states of 9 own, 18 old and 18 other slot's messages, less the four that are due. */
    private static final int CELLS = 6 * (9 + 18 + 18) - 4;

    /** Everything that a message may change; the shop hears of receipts in its own time. */
    private static final List<String> TABLES = List.of(
            "bank_session",
            "chip_certificate",
            "payment_order",
            "account",
            "ledger_entry",
            "evidence_entry",
            "evidence_head");

    private static final String BEFORE = "before";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> violations = new ArrayList<>();
    private int cells;

    /** A whole payment, the first payment key wrong: messages of both ends by name, and the bank's answers. */
    private final class Recorded {
        final BankFixture bank;
        final TestPhone phone;
        final String sessionId;
        final Map<String, byte[]> messages = new LinkedHashMap<>();
        final Map<String, byte[]> answers = new LinkedHashMap<>();
        final Map<String, String> due = new LinkedHashMap<>();
        private String state = BEFORE;

        Recorded(BankFixture bank, String bankId, long counter, boolean snapshots) throws Exception {
            this.bank = bank;
            this.phone = TestPhone.of(bank.folder, bankId, counter);
            keep(snapshots, BEFORE);
            var offered = bank.offered(bankId, bank.order(bank.newOrderId(), 100, List.of()));
            sessionId = offered.sessionId();
            messages.put("Offer", offered.offer());
            keep(snapshots, "Offered");
            say("Accept", phone.accept(offered.offer(), DemoProfile.USER, TestPhone.PASSWORD), "Challenge");
            keep(snapshots, "Challenged");
            say("Response", phone.enter(TestPhone.WRONG_KEY), "LoginResult");
            keep(snapshots, "Challenged again");
            say("Response 2", phone.enter(TestPhone.RIGHT_KEY), "LoginResult 2");
            keep(snapshots, "AwaitingAuthorization");
            say("Authorization", phone.decide(Decision.APPROVED), "Receipt");
            keep(snapshots, "Finished");
        }

        private void say(String name, byte[] message, String answered) throws Exception {
            due.put(state, name);
            messages.put(name, message);
            Answer answer = bank.send(sessionId, message);
            assertThat(answer.status()).as(name).isEqualTo(200);
            answers.put(name, answer.body());
            messages.put(answered, answer.body());
            phone.receive(answer.body());
        }

        private void keep(boolean snapshots, String next) {
            state = next;
            if (snapshots) {
                bank.bank()
                        .database()
                        .jdbi()
                        .useHandle(handle ->
                                handle.execute("VACUUM INTO ?", snapshot(next).toString()));
            }
        }
    }

    /** One delivery of a recorded message. */
    private record Attack(String what, Recorded of, String message, String intoSession) {
        byte[] bytes() {
            return Objects.requireNonNull(of.messages.get(message));
        }

        @Override
        public String toString() {
            return what + " " + message
                    + (intoSession.equals(of.sessionId) ? " in its own session" : " in the other session");
        }
    }

    @ParameterizedTest
    @CsvSource({"harbour, jade", "jade, summit", "summit, harbour"})
    void nothingButTheMessageThatIsDueChangesTheBooks(String bankId, String otherBankId) throws Exception {
        Recorded current;
        Recorded old;
        Recorded other;
        try (var bank = new BankFixture(folder.resolve("profile"))) {
            old = new Recorded(bank, bankId, 1, false);
            other = new Recorded(bank, otherBankId, 1, false);
            current = new Recorded(bank, bankId, 2, true);
        }
        List<String> states = new ArrayList<>(List.of(BEFORE));
        states.addAll(List.of("Offered", "Challenged", "Challenged again", "AwaitingAuthorization", "Finished"));
        for (String state : states) {
            try (var bank = new BankFixture(profileIn(state))) {
                strikeAll(bank, state, attacks(current, old, other), Optional.ofNullable(current.due.get(state)));
            }
        }
        System.out.println("bank, " + bankId + ": " + cells + " cells, " + violations.size() + " violations");
        assertThat(violations).isEmpty();
        assertThat(cells).isEqualTo(CELLS);
    }

    private static List<Attack> attacks(Recorded current, Recorded old, Recorded other) {
        List<Attack> attacks = new ArrayList<>();
        for (String message : current.messages.keySet()) {
            attacks.add(new Attack("own", current, message, current.sessionId));
            for (Recorded strange : List.of(old, other)) {
                String what = strange == old ? "old" : "other slot's";
                attacks.add(new Attack(what, strange, message, current.sessionId));
                attacks.add(new Attack(what, strange, message, strange.sessionId));
            }
        }
        return attacks;
    }

    /** All that is not due, then what is: a bank that does nothing would be quiet too. */
    private void strikeAll(BankFixture bank, String state, List<Attack> attacks, Optional<String> due)
            throws Exception {
        String books = books(bank);
        Optional<Attack> last = Optional.empty();
        for (Attack attack : attacks) {
            if (attack.what().equals("own") && due.equals(Optional.of(attack.message()))) {
                last = Optional.of(attack);
                continue;
            }
            cells++;
            Answer answer = bank.send(attack.intoSession(), attack.bytes());
            if (!books(bank).equals(books)) {
                violations.add(state + ", " + attack + ": the books changed");
                books = books(bank);
            }
            if (answer.status() == 200 && !isStored(attack, answer.body())) {
                violations.add(state + ", " + attack + ": answered");
            }
        }
        if (last.isPresent()) {
            assertThat(bank.send(last.get().intoSession(), last.get().bytes()).status())
                    .as("%s in state %s", last.get(), state)
                    .isEqualTo(200);
            assertThat(books(bank)).isNotEqualTo(books);
        }
    }

    private static boolean isStored(Attack attack, byte[] answer) {
        byte[] stored = attack.of().answers.get(attack.message());
        return stored != null
                && Arrays.equals(stored, answer)
                && attack.intoSession().equals(attack.of().sessionId);
    }

    /** Every row of the books, in order. */
    private static String books(BankFixture bank) {
        return bank.bank().database().jdbi().withHandle(handle -> {
            var rows = new StringBuilder();
            for (String table : TABLES) {
                handle.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2")
                        .map((row, context) -> {
                            var line = new StringBuilder(table);
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                Object value = row.getObject(i);
                                line.append('|')
                                        .append(value instanceof byte[] bytes ? hash(bytes) : String.valueOf(value));
                            }
                            return line.toString();
                        })
                        .forEach(line -> rows.append(line).append('\n'));
            }
            return rows.toString();
        });
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Hashes.sha256(bytes));
    }

    private Path snapshot(String state) {
        return folder.resolve(state.replace(' ', '-') + ".db");
    }

    /** The profile with the books as they were in that state. */
    private Path profileIn(String state) throws IOException {
        Path from = folder.resolve("profile");
        Path to = folder.resolve("profile-" + state.replace(' ', '-'));
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(each).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                if (!each.getFileName().toString().startsWith("tetherkey.db")) {
                    Files.copy(each, to.resolve(from.relativize(each).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Files.copy(snapshot(state), to.resolve("bank").resolve("tetherkey.db"));
        return to;
    }
}
