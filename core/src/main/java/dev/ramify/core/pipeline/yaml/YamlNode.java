package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;

/** A value in a YAML file. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    /** Return where it starts. */
    Location where();

    /** Say what it is, for messages: {@code a list}, {@code the text "big"} ... */
    String describe();
}
