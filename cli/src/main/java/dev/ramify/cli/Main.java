package dev.ramify.cli;

import dev.ramify.core.study.StudyModule;

/** Starts the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Environment environment = Environment.system();
        Console console = Console.system(environment.variables());
        System.exit(new Application(environment, console, new StudyModule()).run(arguments));
    }
}
