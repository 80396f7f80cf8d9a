package dev.ramify.core.calibration;

/** Hears how a calibration proceeds, from several threads. */
public interface CalibrationListener {

    /**
     * Some runs are done.
     *
     * @param done share of all runs, in [0, 1]
     * @param status what is being done, in a few words
     */
    void progress(double done, String status);

    /** A metric is done. */
    void finished(Calibration calibration);
}
