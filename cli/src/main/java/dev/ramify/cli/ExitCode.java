package dev.ramify.cli;

/** What the program's exit code says. */
enum ExitCode {
    OK(0, "all went well"),
    FAILED(1, "a run failed, or the program itself"),
    USAGE(2, "the command line is wrong"),
    INVALID_PIPELINE(3, "the pipeline file is wrong"),
    PLUGIN(4, "a plugin is missing, broken or in conflict with another"),
    DATA(5, "data are missing or corrupt"),
    GATE(6, "a quality gate was not passed"),
    INTERRUPTED(130, "interrupted; what was finished is kept");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
