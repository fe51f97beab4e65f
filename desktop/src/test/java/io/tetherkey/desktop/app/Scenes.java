package io.tetherkey.desktop.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** What a person can see in a scene. */
final class Scenes {

    private Scenes() {}

    /** All nodes below {@code root} that are shown, parents first. */
    static List<Node> shown(Node root) {
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

    /** The words for a failed check: what the node is and says. */
    static String name(Node node) {
        return node.getTypeSelector() + "#" + node.getId() + node.getStyleClass();
    }
}
