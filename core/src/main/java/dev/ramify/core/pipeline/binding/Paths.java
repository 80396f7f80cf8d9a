package dev.ramify.core.pipeline.binding;

import dev.ramify.core.problem.Location;
import java.util.Map;

/** The dotted paths of values in a file: {@code variants[0].branches}. The root is empty. */
public final class Paths {

    private Paths() {}

    /** Return the path of a key in a map. */
    public static String key(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Return the path of an item in a list. */
    public static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    static Location nearest(String path, Map<String, Location> places) {
        String at = path;
        Location place = places.get(at);
        while (place == null && !at.isEmpty()) {
            at = parent(at);
            place = places.get(at);
        }
        if (place == null) {
            throw new IllegalArgumentException("nothing was bound around " + path);
        }
        return place;
    }
}
