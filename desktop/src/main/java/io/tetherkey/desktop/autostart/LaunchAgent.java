package io.tetherkey.desktop.autostart;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form of macOS: a property list that launchd reads at login. */
record LaunchAgent(StartCommand command) implements EntryFile.Form {

    private static final Pattern DISABLED = Pattern.compile("<key>Disabled</key>\\s*<true/>");

    @Override
    public String text() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>io.tetherkey</string>
                  <key>ProgramArguments</key>
                  <array>
                %s
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>ProcessType</key>
                  <string>Interactive</string>
                </dict>
                </plist>
                """.formatted(command.words().stream()
                .map(word -> "    <string>" + escaped(word) + "</string>")
                .collect(Collectors.joining("\n")));
    }

    @Override
    public boolean starts(String text) {
        return !DISABLED.matcher(text).find();
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
