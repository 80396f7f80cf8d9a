package dev.ramify.core.plugin;

/**
 * Something that was found but could not be loaded, and was skipped.
 *
 * @param location path of the jar or folder
 * @param reason why, with what to do
 */
public record BrokenPlugin(String location, String reason) {

    @Override
    public String toString() {
        return location + ": " + reason;
    }
}
