package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTests {

    private static final int STEPS = 200;
    private static final long MOST_BYTES = 2048;

    @Test
    void aStepAllocatesNextToNothingOnTheHeap() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (SmallTraining training = new SmallTraining(KernelSelection.choose(), 1)) {
            training.train(STEPS);
            long before = threads.getCurrentThreadAllocatedBytes();
            training.train(STEPS);
            long perStep = (threads.getCurrentThreadAllocatedBytes() - before) / STEPS;

            assertThat(perStep).isLessThan(MOST_BYTES);
        }
    }
}
