package dev.ramify.cli.bench;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ramify.api.architecture.Node;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Python process with PyTorch that answers requests, line by line. Not thread-safe. */
final class TorchPeer implements AutoCloseable {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addMixIn(Node.class, Typed.class).build();

    private final String python;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    /** Nodes say of what kind they are. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {}

    private TorchPeer(String python, Process process) {
        this.python = python;
        this.process = process;
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    /**
     * Start.
     *
     * @param python the interpreter
     * @param script text of the program
     * @throws PeerException if the interpreter cannot be started
     */
    static TorchPeer start(String python, String script) throws PeerException {
        try {
            return new TorchPeer(
                    python,
                    new ProcessBuilder(python, "-c", script)
                            .redirectError(Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new PeerException("'%s' cannot be started: %s".formatted(python, e.getMessage()));
        }
    }

    /**
     * Ask and wait for the answer.
     *
     * @throws PeerException if there is none, or it is that something went wrong
     */
    JsonNode ask(Map<String, ?> request) throws PeerException {
        try {
            requests.write(MAPPER.writeValueAsString(request));
            requests.newLine();
            requests.flush();
            String line = answers.readLine();
            if (line == null) {
                throw ended();
            }
            JsonNode answer = MAPPER.readTree(line);
            if (answer.has("error")) {
                throw new PeerException(answer.get("error").asText());
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new PeerException("Python's answer is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ended();
        }
    }

    private PeerException ended() {
        return new PeerException("'%s' has no PyTorch".formatted(python));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
