package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.HostReach;
import java.util.Set;

/**
 * Where phones are looked for.
 *
 * @param hosts where phones on TCP may be
 */
public record RoadChoice(Set<Road> roads, HostReach hosts) {

    public RoadChoice {
        roads = Set.copyOf(roads);
    }

    /** As long as the user has not chosen. */
    public static RoadChoice usual() {
        return new RoadChoice(Road.all(), HostReach.NEARBY);
    }
}
