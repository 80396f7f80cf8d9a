package dev.ramify.cli;

import dev.ramify.core.machine.NativeFolder;
import dev.ramify.core.study.StudyModule;
import java.util.List;
import java.util.Locale;

/** Starts the program. */
public final class Main {

    private static final List<String> VERSION = List.of("--version", "-V");

    private Main() {}

    public static void main(String[] arguments) {
        // Numbers in measurements, keys and messages are the same wherever the program runs.
        Locale.setDefault(Locale.ROOT);
        Interruption interruption = Interruption.ofCurrentThread();
        Environment environment = Environment.system();
        Console console = Console.system(environment.variables());
        Application application = new Application(environment, console, new StudyModule());
        int code;
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            code = application.tellVersion();
        } else {
            chooseNativeFolder(console);
            code = application.run(arguments);
        }
        interruption.done();
        System.exit(code);
    }

    private static void chooseNativeFolder(Console console) {
        NativeFolder choice = NativeFolder.choose(System.getProperties());
        System.setProperty(NativeFolder.PROPERTY, choice.folder().toString());
        if (choice.usable() && !choice.refusals().isEmpty()) {
            console.warn(
                    "native libraries are unpacked to %s, for %s; RAMIFY_OPTS=-D%s=FOLDER names another folder"
                            .formatted(
                                    choice.folder(),
                                    String.join(", and ", choice.refusals()),
                                    NativeFolder.PROPERTY));
        }
    }
}
