package io.tetherkey.desktop.autostart;

import java.util.stream.Collectors;

/** The form of Linux desktops: Desktop Entry Specification 1.5 and Desktop Application Autostart Specification 0.5. */
record DesktopEntry(StartCommand command) implements EntryFile.Form {

    @Override
    public String text() {
        return """
                [Desktop Entry]
                Type=Application
                Name=TetherKey
                Comment=Pay and log in with your phone
                Comment[zh_CN]=用手机付款和登录
                Icon=tetherkey
                Terminal=false
                Exec=%s
                """.formatted(command.words().stream().map(DesktopEntry::quoted).collect(Collectors.joining(" ")));
    }

    /** A desktop's own switch for it writes one of these lines instead of removing the file. */
    @Override
    public boolean starts(String text) {
        return text.lines()
                .map(line -> line.replace(" ", ""))
                .noneMatch(line -> line.equalsIgnoreCase("Hidden=true")
                        || line.equalsIgnoreCase("X-GNOME-Autostart-enabled=false"));
    }

    /** Quotes a word of Exec: reserved characters twice over, because the value is a string as well. */
    private static String quoted(String word) {
        StringBuilder out = new StringBuilder("\"");
        word.chars().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\\\\\");
                case '"', '`', '$' -> out.append("\\\\").append((char) c);
                case '%' -> out.append("%%");
                default -> out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
