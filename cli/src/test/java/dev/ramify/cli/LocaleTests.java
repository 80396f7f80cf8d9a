package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where and when the program runs changes nothing of what it writes. */
class LocaleTests {

    @TempDir Path folder;

    @Test
    @Timeout(300)
    void arabicDigitsAndAnotherTimeZoneChangeNoByte() throws Exception {
        Path units =
                Files.writeString(
                        folder.resolve("units.csv"),
                        "layer,unit,branch,family\n"
                                + "l,0,a,x\nl,1,a,x\nl,2,a,y\nl,3,b,y\nl,4,b,y\nl,5,b,x\n");
        String here = measured(units, List.of("-Duser.language=en", "-Duser.timezone=UTC"));
        String there =
                measured(
                        units,
                        List.of(
                                "-Duser.language=ar",
                                "-Duser.country=EG",
                                "-Duser.extensions=u-nu-arab",
                                "-Duser.timezone=Asia/Kolkata"));

        assertThat(here).contains("family-information");
        assertThat(there).isEqualTo(here);
    }

    private String measured(Path units, List<String> options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.ramify.cli.Main",
                        "measure",
                        "--units",
                        units.toString(),
                        "--permutations",
                        "19"));
        Path out = folder.resolve("out.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
