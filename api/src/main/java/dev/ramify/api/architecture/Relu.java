package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * The rectifier, {@code max(0, x)}.
 *
 * @param name unique within its branch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Relu(String name) implements Layer {

    public Relu {
        Names.check(name);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }
}
