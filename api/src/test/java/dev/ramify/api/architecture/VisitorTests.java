package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisitorTests {

    private static final LayerVisitor.WithDefault<String> WEIGHTED =
            new LayerVisitor.WithDefault<>() {
                @Override
                public String convolution(Convolution layer) {
                    return "convolution " + layer.name();
                }

                @Override
                public String otherwise(Layer layer) {
                    return "something";
                }
            };

    @Test
    void kindsWithoutAMethodOfTheirOwnAreTakenTogether() {
        assertThat(Convolution.same("conv", 2, 3).accept(WEIGHTED)).isEqualTo("convolution conv");
        assertThat(new Softmax("softmax").accept(WEIGHTED)).isEqualTo("something");
        assertThat(new ScaleShift("scale").accept(WEIGHTED)).isEqualTo("something");
    }

    @Test
    void layersAreOneKindOfNode() {
        NodeVisitor.WithDefault<Boolean> isLayer =
                new NodeVisitor.WithDefault<>() {
                    @Override
                    public Boolean layer(Layer layer) {
                        return true;
                    }

                    @Override
                    public Boolean otherwise(Node node) {
                        return false;
                    }
                };

        assertThat(Activation.relu("relu").<Boolean>accept(isLayer)).isTrue();
        assertThat(new Sequence("stage", List.of()).accept(isLayer)).isFalse();
        assertThat(new Residual("block", List.of(), List.of()).accept(isLayer)).isFalse();
    }
}
