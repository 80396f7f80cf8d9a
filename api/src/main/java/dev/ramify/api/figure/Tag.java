package dev.ramify.api.figure;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a mark tells when pointed at, and what else is then pointed at with it.
 *
 * @param tip a few words on this mark alone, lines separated by {@code \n}; empty for none
 * @param links the things it shows, the most particular first, at most one of each kind; a mark is
 *     pointed at together with all marks that share its first link
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Tag(String tip, List<Link> links) {

    /** Says nothing. */
    public static final Tag NONE = new Tag("", List.of());

    /**
     * @throws IllegalArgumentException if two links are of one kind
     */
    public Tag {
        links = List.copyOf(links);
        if (links.stream().map(Link::kind).distinct().count() < links.size()) {
            throw new IllegalArgumentException(
                    "a mark links to at most one thing of each kind, found " + links);
        }
    }

    /** Create from words and the things that the mark shows. */
    public Tag(String tip, Link... links) {
        this(tip, List.of(links));
    }

    /** Create from words alone. */
    public static Tag tip(String tip) {
        return new Tag(tip, List.of());
    }
}
