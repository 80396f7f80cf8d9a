package dev.ramify.core.bench;

/**
 * Where PyTorch is.
 *
 * @param python the interpreter
 * @param script text of the program that answers for it
 */
public record Torch(String python, String script) {

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
