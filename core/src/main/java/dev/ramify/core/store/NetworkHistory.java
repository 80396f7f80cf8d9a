package dev.ramify.core.store;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.core.measure.MeasuredNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The epochs of a network with what was tracked, put together from the files of its folder. */
public final class NetworkHistory {

    private NetworkHistory() {}

    /**
     * Read the epochs. Before the first one, what was tracked is what was measured of the untrained
     * network, and after the last one of the trained.
     *
     * @param tracked names of the metrics that were measured after every epoch
     * @throws DamagedFileException if a file is no longer what was written
     */
    public static List<EpochFindings> read(KeyedFolder folder, List<String> tracked) {
        folder.require(NetworkFolder.HISTORY);
        List<EpochFindings> epochs = HistoryFile.read(folder.file(NetworkFolder.HISTORY));
        List<List<Measurement>> measured = new ArrayList<>();
        epochs.forEach(epoch -> measured.add(new ArrayList<>()));
        for (String metric : tracked) {
            MeasuredNetwork ends = MeasurementsFile.read(folder, metric);
            Map<Integer, List<Measurement>> between = MeasurementsFile.readTracked(folder, metric);
            for (int epoch = 0; epoch < epochs.size(); epoch++) {
                measured.get(epoch)
                        .addAll(
                                epoch == 0
                                        ? ends.untrained().measurements()
                                        : epoch == epochs.size() - 1
                                                ? ends.trained().measurements()
                                                : between.getOrDefault(epoch, List.of()));
            }
        }
        List<EpochFindings> all = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            EpochFindings epoch = epochs.get(i);
            all.add(
                    new EpochFindings(
                            epoch.epoch(),
                            epoch.trainLoss(),
                            epoch.trainAccuracy(),
                            epoch.testLoss(),
                            epoch.testAccuracy(),
                            measured.get(i)));
        }
        return all;
    }
}
