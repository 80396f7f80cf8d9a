package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.core.engine.kernels.portable.PortableKernels;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KernelSelectionTests {

    private static final int STEPS = 10;
    private static final String NATIVE_LIBRARY = ".*dnnl-[^/\\\\]+-[a-z]+-[a-z0-9_]+\\.jar";

    private static double portableLoss() {
        try (SmallTraining training = new SmallTraining(new PortableKernels(), 1)) {
            return training.train(STEPS);
        }
    }

    private static double loss(String output) {
        return Double.parseDouble(OtherProcess.value(output, "loss"));
    }

    @Test
    void aPropertyForcesThePortableKernels() throws Exception {
        String output = OtherProcess.plain().with("-Dramify.kernels=portable").train(1, STEPS);

        assertThat(OtherProcess.value(output, "kernels")).isEqualTo(new PortableKernels().name());
        assertThat(output).doesNotContain("does not load");
    }

    @Test
    void withoutTheNativeLibraryOneLineSaysThatPortableKernelsRun() throws Exception {
        String output = OtherProcess.plain().without(NATIVE_LIBRARY).train(1, STEPS);

        assertThat(OtherProcess.value(output, "kernels")).isEqualTo(new PortableKernels().name());
        assertThat(output.lines().filter(line -> line.contains("oneDNN does not load"))).hasSize(1);
        assertThat(loss(output)).isCloseTo(portableLoss(), Offset.offset(1e-4));
    }

    @Test
    void aProcessorWithoutWideVectorsTrainsAlike() throws Exception {
        String output = OtherProcess.plain().with("ONEDNN_MAX_CPU_ISA", "SSE41").train(1, STEPS);

        assertThat(OtherProcess.value(output, "kernels")).contains("oneDNN").contains("SSE4.1");
        assertThat(loss(output)).isCloseTo(portableLoss(), Offset.offset(1e-3));
    }
}
