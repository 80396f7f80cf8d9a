package dev.ramify.core.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A Java process of its own, in which {@link SmallTraining} runs.
 *
 * @param variables added to the environment
 * @param options of the virtual machine
 * @param kept which parts of the class path it gets
 */
record OtherProcess(Map<String, String> variables, List<String> options, Predicate<String> kept) {

    static OtherProcess plain() {
        return new OtherProcess(Map.of(), List.of(), jar -> true);
    }

    OtherProcess with(String variable, String value) {
        return new OtherProcess(Map.of(variable, value), options, kept);
    }

    OtherProcess with(String option) {
        return new OtherProcess(variables, List.of(option), kept);
    }

    /** Leave out of the class path what matches. */
    OtherProcess without(String jar) {
        return new OtherProcess(variables, options, each -> !each.matches(jar));
    }

    /** Train and return everything that was written. */
    String train(int threads, int steps) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(SmallTraining.class.getName());
        command.add(String.valueOf(threads));
        command.add(String.valueOf(steps));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Surefire keeps the class path of the tests in a property of its own. */
    private String classPath() {
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(kept)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Find {@code name=value} in what was written. */
    static String value(String output, String name) {
        return output.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in: " + output));
    }
}
