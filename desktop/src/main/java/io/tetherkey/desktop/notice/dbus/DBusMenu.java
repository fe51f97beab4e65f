package io.tetherkey.desktop.notice.dbus;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The menu of an icon as {@code com.canonical.dbusmenu} version 3 has it; entry 0 is the menu itself. */
@DBusInterfaceName(DBusMenu.NAME)
public interface DBusMenu extends DBusInterface {

    String NAME = "com.canonical.dbusmenu";
    String PATH = "/Menu";
    String CLICKED = "clicked";

    /** The entries under {@code parent}, with all their properties. */
    @DBusMemberName("GetLayout")
    Two<UInt32, Node> layout(int parent, int depth, List<String> properties);

    /** The properties of {@code entries}, or of all if none is named. */
    @DBusMemberName("GetGroupProperties")
    List<Entry> properties(List<Integer> entries, List<String> properties);

    @DBusMemberName("GetProperty")
    Variant<?> property(int entry, String name);

    @DBusMemberName("Event")
    void event(int entry, String event, Variant<?> data, UInt32 time);

    /** Many events at once; the answer names the entries that are not known. */
    @DBusMemberName("EventGroup")
    List<Integer> events(List<Happening> events);

    /** Whether the entries have to be asked for anew. */
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int entry);

    /** The same of many: which have to be asked for anew, which are not known. */
    @DBusMemberName("AboutToShowGroup")
    Two<List<Integer>, List<Integer>> aboutToShow(List<Integer> entries);

    /** Two values of one answer. */
    final class Two<A, B> extends Tuple {
        @Position(0)
        public final A first;

        @Position(1)
        public final B second;

        public Two(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /** An entry with those below it. */
    final class Node extends Struct {
        /** How the bus writes it. */
        static final String SIGNATURE = "(ia{sv}av)";

        @Position(0)
        public final int entry;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        @Position(2)
        public final List<Variant<?>> below;

        public Node(int entry, Map<String, Variant<?>> properties, List<Variant<?>> below) {
            this.entry = entry;
            this.properties = properties;
            this.below = below;
        }
    }

    /** An entry alone. */
    final class Entry extends Struct {
        @Position(0)
        public final int entry;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        public Entry(int entry, Map<String, Variant<?>> properties) {
            this.entry = entry;
            this.properties = properties;
        }
    }

    /** One event. */
    final class Happening extends Struct {
        @Position(0)
        public final int entry;

        @Position(1)
        public final String event;

        @Position(2)
        public final Variant<?> data;

        @Position(3)
        public final UInt32 time;

        public Happening(int entry, String event, Variant<?> data, UInt32 time) {
            this.entry = entry;
            this.event = event;
            this.data = data;
            this.time = time;
        }
    }

    /** The entries below {@code parent} are others now. */
    final class LayoutUpdated extends DBusSignal {
        private final UInt32 revision;
        private final int parent;

        /** As the library makes it from a message. */
        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
            this.parent = parent;
        }

        UInt32 revision() {
            return revision;
        }

        int parent() {
            return parent;
        }
    }
}
