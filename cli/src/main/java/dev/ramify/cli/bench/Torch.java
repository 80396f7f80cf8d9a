package dev.ramify.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Where PyTorch is.
 *
 * @param python the interpreter
 * @param script text of the program that answers for it
 */
public record Torch(String python, String script) {

    /**
     * What PyTorch is like.
     *
     * @param version of PyTorch
     * @param gflops 10^9 operations per second in products of large matrices
     */
    public record Build(String version, double gflops) {}

    /**
     * Look at PyTorch.
     *
     * @param threads most threads to use
     * @throws PeerException if there is none
     */
    public Build build(int threads) throws PeerException {
        try (TorchPeer peer = TorchPeer.start(python, script)) {
            JsonNode answer = peer.ask(Map.of("do", "version", "threads", threads));
            return new Build(answer.get("torch").asText(), answer.get("gflops").asDouble());
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
