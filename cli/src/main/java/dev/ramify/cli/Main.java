package dev.ramify.cli;

import dev.ramify.core.study.StudyModule;

/** Starts the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Interruption interruption = Interruption.ofCurrentThread();
        Environment environment = Environment.system();
        Console console = Console.system(environment.variables());
        int code = new Application(environment, console, new StudyModule()).run(arguments);
        interruption.done();
        System.exit(code);
    }
}
