package io.tetherkey.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;

/** What a person can see in a scene; used on the UI thread only. */
public final class Scenes {

    private Scenes() {}

    /** All nodes below {@code root} that are shown, parents first. */
    public static List<Node> shown(Node root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** The first node of that fx:id (as {@code #pay}) that is shown. */
    public static Optional<Node> find(Node root, String id) {
        return root.lookupAll(id).stream().filter(Scenes::isShown).findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** What is read at the node: its own text, or the texts in it with a space between. */
    public static String read(Node node) {
        return own(node)
                .orElseGet(() -> shown(node).stream()
                        .filter(inside -> inside != node)
                        .flatMap(inside -> own(inside).stream())
                        .collect(Collectors.joining(" ")));
    }

    private static Optional<String> own(Node node) {
        return switch (node) {
            case PasswordField secret -> Optional.of("•".repeat(secret.getLength()));
            case TextInputControl field -> Optional.of(field.getText());
            case Labeled label
            when label.getText() != null && !label.getText().isEmpty() -> Optional.of(label.getText());
            default -> Optional.empty();
        };
    }

    /** Everything that is read below {@code root}, in order, with the fx:id where there is one. */
    public static List<String> texts(Node root) {
        return shown(root).stream()
                .filter(node -> own(node).filter(text -> !text.isBlank()).isPresent())
                .map(node -> (node.getId() == null ? "" : "#" + node.getId() + " ") + read(node))
                .toList();
    }

    /** The words for a failed check: what the node is and says. */
    public static String name(Node node) {
        return node.getTypeSelector() + "#" + node.getId() + node.getStyleClass();
    }

    /** What changes its looks with its width, such as the navigation, has them one pulse later. */
    public static void twoPulses(Parent root) {
        for (int pulse = 0; pulse < 2; pulse++) {
            root.applyCss();
            root.layout();
        }
    }
}
