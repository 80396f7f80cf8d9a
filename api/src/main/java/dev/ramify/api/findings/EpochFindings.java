package dev.ramify.api.findings;

import dev.ramify.api.metric.Measurement;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One epoch of one network.
 *
 * @param epoch number of the epoch; 0 is before training
 * @param trainLoss mean loss while training, {@code NaN} at epoch 0
 * @param trainAccuracy fraction right while training, {@code NaN} at epoch 0
 * @param testLoss mean loss on the test images
 * @param testAccuracy fraction right on the test images
 * @param tracked measurements that the pipeline asks for at every epoch
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EpochFindings(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double testLoss,
        double testAccuracy,
        List<Measurement> tracked) {

    public EpochFindings {
        tracked = List.copyOf(tracked);
    }
}
