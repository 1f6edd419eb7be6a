import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.List;

import org.omegat.core.Core;
import org.omegat.core.data.IProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderCSV;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;
import org.omegat.util.Language;

/**
 * What OmegaT's own readers make of a glossary.
 *
 * Arguments: tbx, tsv or csv; file; source and target language. Prints one line per pair:
 * source, target and comment, each in hexadecimal UTF-8, between tabs.
 */
public class ReadGlossary {
    public static void main(String[] args) throws Exception {
        File file = new File(args[1]);
        setLanguages(file.getParentFile(), args[2], args[3]);
        List<GlossaryEntry> entries;
        switch (args[0]) {
            case "tbx": entries = GlossaryReaderTBX.read(file, false); break;
            case "tsv": entries = GlossaryReaderTSV.read(file, false); break;
            case "csv": entries = GlossaryReaderCSV.read(file, false); break;
            default: throw new IllegalArgumentException(args[0]);
        }
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (GlossaryEntry entry : entries) {
            String[] comments = entry.getComments();
            String[] targets = entry.getLocTerms(false);
            for (int i = 0; i < targets.length; i++) {
                String comment = i < comments.length ? comments[i] : "";
                out.println(hex(entry.getSrcText()) + "\t" + hex(targets[i]) + "\t" + hex(comment));
            }
        }
    }

    private static void setLanguages(File folder, String source, String target) throws Exception {
        ProjectProperties properties = new ProjectProperties(folder);
        properties.setSourceLanguage(new Language(source));
        properties.setTargetLanguage(new Language(target));
        IProject project = (IProject) Proxy.newProxyInstance(
            ReadGlossary.class.getClassLoader(),
            new Class<?>[] {IProject.class},
            (proxy, method, arguments) ->
                method.getName().equals("getProjectProperties") ? properties : null);
        Core.setProject(project);
    }

    private static String hex(String text) throws Exception {
        StringBuilder digits = new StringBuilder();
        for (byte b : (text == null ? "" : text).getBytes("UTF-8")) {
            digits.append(String.format("%02x", b));
        }
        return digits.toString();
    }
}
