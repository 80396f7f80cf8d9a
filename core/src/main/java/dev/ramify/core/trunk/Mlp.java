package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * A multilayer perceptron: {@code flatten dense1 relu1 dense2 relu2 logits}.
 *
 * @param widths units of each hidden layer
 * @param dropout rate after each hidden layer; 0 leaves it out
 */
@Choice(value = "mlp", summary = "dense layers over all pixels")
public record Mlp(
        @Option(value = "units of each hidden layer", defaultValue = "[256, 128]", min = 1)
                List<Integer> widths,
        @Option(
                        value = "rate of dropout after each hidden layer, below 1",
                        defaultValue = "0",
                        min = 0,
                        max = 1)
                double dropout)
        implements TrunkPreset {

    public Mlp {
        widths = Require.widths("widths", widths);
        Require.rate("dropout", dropout);
    }

    @Override
    public Architecture build(Shape input, int outputs) {
        Stack stack = new Stack(false).add(new Flatten("flatten"));
        for (int i = 1; i <= widths.size(); i++) {
            stack.add(new Dense("dense" + i, widths.get(i - 1), true))
                    .add(Activation.relu("relu" + i));
            if (dropout > 0) {
                stack.add(new Dropout("drop" + i, dropout));
            }
        }
        return stack.build("mlp", input, outputs);
    }
}
