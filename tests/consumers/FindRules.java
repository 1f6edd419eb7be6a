import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the regexp rules of a LanguageTool file find, by java.util.regex as LanguageTool does.
 *
 * Arguments: rule file, text file. Prints each hit in hexadecimal UTF-8. Without a text file,
 * fails unless every rule finds the marker of its own example.
 */
public class FindRules {
    public static void main(String[] args) throws Exception {
        Document rules = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new File(args[0]));
        NodeList found = rules.getElementsByTagName("rule");
        String text = args.length < 2 ? null
            : new String(Files.readAllBytes(new File(args[1]).toPath()), StandardCharsets.UTF_8);
        for (int i = 0; i < found.getLength(); i++) {
            Element rule = (Element) found.item(i);
            Pattern pattern = Pattern.compile(content(rule, "regexp"));
            if (text == null) {
                if (!pattern.matcher(content(rule, "marker")).find()) {
                    throw new IllegalStateException(content(rule, "message"));
                }
                continue;
            }
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                StringBuilder digits = new StringBuilder();
                for (byte b : matcher.group().getBytes(StandardCharsets.UTF_8)) {
                    digits.append(String.format("%02x", b));
                }
                System.out.println(digits);
            }
        }
    }

    private static String content(Element rule, String name) {
        return rule.getElementsByTagName(name).item(0).getTextContent();
    }
}
