package dev.ramify.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trains the networks of a study in several PyTorch processes of one thread each. */
final class TorchStudy implements Contender {

    private final List<TorchContender> processes;

    private TorchStudy(List<TorchContender> processes) {
        this.processes = processes;
    }

    static TorchStudy open(Torch torch, Workload workload, int count) throws PeerException {
        List<TorchContender> opened = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                int first = i;
                Workload share =
                        new Workload(
                                workload.id(),
                                workload.title(),
                                workload.task(),
                                workload.optimizer(),
                                IntStream.range(0, workload.architectures().size())
                                        .filter(network -> network % count == first)
                                        .mapToObj(workload.architectures()::get)
                                        .toList(),
                                workload.batch());
                opened.add(TorchContender.open(torch, share, new int[] {1}));
            }
        } catch (PeerException e) {
            opened.forEach(TorchContender::close);
            throw e;
        }
        return new TorchStudy(opened);
    }

    @Override
    public double run(int repetitions) {
        long start = System.nanoTime();
        List<Thread> waiting = new ArrayList<>();
        for (TorchContender each : processes) {
            Thread thread = new Thread(() -> each.run(repetitions));
            thread.start();
            waiting.add(thread);
        }
        try {
            for (Thread thread : waiting) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public String settings() {
        return "%d processes, each %s".formatted(processes.size(), processes.get(0).settings());
    }

    @Override
    public long parameters() {
        return processes.get(0).parameters();
    }

    @Override
    public void close() {
        processes.forEach(TorchContender::close);
    }
}
