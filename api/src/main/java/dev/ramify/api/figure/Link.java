package dev.ramify.api.figure;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Names the thing that a mark shows, so that all figures of a report can point at the same one
 * together. Its text is equal for equal things and differs for others.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Link permits UnitId, Link.BranchOf, Link.Sample, Link.Run {

    /** What can be pointed at together. */
    enum Kind {
        UNIT,
        BRANCH,
        SAMPLE,
        RUN;

        /** Return the name in small letters, as attributes of a page have it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Return what kind of thing it is. */
    Kind kind();

    /**
     * A branch of a layer of one network.
     *
     * @param network variant and seed: {@code columns/3}
     * @param layer name of the layer
     * @param branch name of the branch
     */
    record BranchOf(String network, String layer, String branch) implements Link {

        @Override
        public Kind kind() {
            return Kind.BRANCH;
        }

        /** Print as {@code network:layer:branch}. */
        @Override
        public String toString() {
            return network + ":" + layer + ":" + branch;
        }
    }

    /**
     * A recorded sample.
     *
     * @param index row in the recordings, from 0
     */
    record Sample(int index) implements Link {

        @Override
        public Kind kind() {
            return Kind.SAMPLE;
        }

        @Override
        public String toString() {
            return Integer.toString(index);
        }
    }

    /**
     * A network of the study.
     *
     * @param network variant and seed: {@code columns/3}
     */
    record Run(String network) implements Link {

        @Override
        public Kind kind() {
            return Kind.RUN;
        }

        @Override
        public String toString() {
            return network;
        }
    }
}
