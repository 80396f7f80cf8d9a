package dev.ramify.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramify.cli.bench.Workload.Task;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Runs a workload in PyTorch. */
final class TorchContender implements Contender {

    private static final double RATE = 1e-3;
    private static final double SECONDS_PER_SETTING = 0.5;

    private final TorchPeer peer;
    private final JsonNode opened;
    private long peakBytes;

    private TorchContender(TorchPeer peer, JsonNode opened) {
        this.peer = peer;
        this.opened = opened;
    }

    /**
     * Start Python and let it choose its settings.
     *
     * @param threads numbers of threads to try
     */
    static TorchContender open(Torch torch, Workload workload, int[] threads) throws PeerException {
        TorchPeer peer = TorchPeer.start(torch.python(), torch.script());
        try {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("do", "open");
            request.put("architectures", workload.architectures());
            request.put("batch", workload.batch());
            request.put("task", workload.task() == Task.INFERENCE ? "infer" : "train");
            request.put("optimizer", workload.optimizer().name().toLowerCase(Locale.ROOT));
            request.put("rate", RATE);
            request.put("threads", IntStream.of(threads).distinct().sorted().toArray());
            request.put("seconds", SECONDS_PER_SETTING);
            return new TorchContender(peer, peer.ask(request));
        } catch (PeerException e) {
            peer.close();
            throw e;
        }
    }

    @Override
    public double run(int repetitions) {
        try {
            JsonNode answer = peer.ask(Map.of("do", "run", "repetitions", repetitions));
            peakBytes = answer.get("peakBytes").asLong();
            return answer.get("seconds").asDouble();
        } catch (PeerException e) {
            throw new IllegalStateException("PyTorch failed: " + e.getMessage(), e);
        }
    }

    @Override
    public OptionalLong peakBytes() {
        return OptionalLong.of(peakBytes);
    }

    /**
     * Compute the loss of one batch.
     *
     * @param parameters by name, in logical order
     */
    double loss(Map<String, Named> parameters, SampleBatch batch) throws PeerException {
        Map<String, float[]> values = new LinkedHashMap<>();
        List<Map<String, Object>> arrays = new ArrayList<>();
        long offset = 0;
        for (Map.Entry<String, Named> each : parameters.entrySet()) {
            arrays.add(described(each.getKey(), each.getValue().shape().toArray(), offset));
            values.put(each.getKey(), each.getValue().values());
            offset += each.getValue().values().length;
        }
        arrays.add(described("images", new long[] {batch.images().length}, offset));
        values.put("images", batch.images());
        try {
            Path file = Files.createTempFile("ramify-bench", ".bin");
            try {
                long size = write(file, values);
                return peer.ask(
                                Map.of(
                                        "do",
                                        "loss",
                                        "file",
                                        file.toString(),
                                        "size",
                                        size,
                                        "arrays",
                                        arrays,
                                        "labels",
                                        batch.labels()))
                        .get("loss")
                        .asDouble();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new PeerException("parameters cannot be handed over: " + e.getMessage());
        }
    }

    private static Map<String, Object> described(String name, long[] shape, long offset) {
        return Map.of("name", name, "shape", shape, "offset", offset);
    }

    private static long write(Path file, Map<String, float[]> values) throws IOException {
        int size = values.values().stream().mapToInt(each -> each.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.nativeOrder());
        values.values()
                .forEach(
                        each -> {
                            for (float value : each) {
                                bytes.putFloat(value);
                            }
                        });
        Files.write(file, bytes.array());
        return size;
    }

    @Override
    public String settings() {
        JsonNode settings = opened.get("settings");
        List<String> words = new ArrayList<>();
        words.add("%d threads".formatted(settings.get("threads").asInt()));
        words.add(settings.get("channels_last").asBoolean() ? "NHWC" : "NCHW");
        if (settings.get("fused").asBoolean()) {
            words.add("fused branches");
        }
        if (settings.get("frozen").asBoolean()) {
            words.add("frozen");
        }
        if (!settings.get("optimizer").asText().equals("plain")) {
            words.add(settings.get("optimizer").asText() + " optimizer");
        }
        return "PyTorch %s, %s".formatted(opened.get("torch").asText(), String.join(", ", words));
    }

    @Override
    public long parameters() {
        return opened.get("parameters").asLong();
    }

    @Override
    public void close() {
        peer.close();
    }
}
