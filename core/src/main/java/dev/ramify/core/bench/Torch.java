package dev.ramify.core.bench;

import java.util.Map;
import java.util.Optional;

/**
 * Where PyTorch is.
 *
 * @param python the interpreter
 * @param script text of the program that answers for it
 */
public record Torch(String python, String script) {

    /** Say why it cannot be used, if so. */
    public Optional<String> missing() {
        try (TorchPeer peer = TorchPeer.start(python, script)) {
            peer.ask(Map.of("do", "version"));
            return Optional.empty();
        } catch (PeerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Open a workload, in the settings that are fastest here.
     *
     * @param threads most threads to use
     */
    Contender open(Workload workload, int threads) throws PeerException {
        if (workload.task() != Workload.Task.STUDY) {
            return TorchContender.open(this, workload, new int[] {1, threads});
        }
        Contender together = TorchContender.open(this, workload, new int[] {1, threads});
        Contender apart;
        try {
            apart = TorchStudy.open(this, workload, threads);
        } catch (PeerException e) {
            together.close();
            throw e;
        }
        together.run(1);
        apart.run(1);
        boolean best = together.run(1) <= apart.run(1);
        (best ? apart : together).close();
        return best ? together : apart;
    }
}
