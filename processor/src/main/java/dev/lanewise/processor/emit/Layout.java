package dev.lanewise.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JavaPoet leaves that nobody would write by hand: a blank line between all fields, short comments on three lines. */
final class Layout {

    private static final int WIDTH = 100;

    private static final Pattern FIELD = Pattern.compile(" +private final (\\w+) \\w+ = (\\w+)\\(.*");
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n +\\* ([^@\\n].*)\\n +\\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\) \\{\\n +}");
    private static final Pattern OPENING = Pattern.compile("(?m)^( *[^ \\n].*class \\w+ extends .*\\{)\\n(?!\\n)");

    private Layout() {}

    static String tidy(String source) {
        String text = EMPTY_BODY.matcher(source).replaceAll(") {}");
        text = SHORT_JAVADOC.matcher(text).replaceAll(Layout::oneLine);
        text = OPENING.matcher(text).replaceAll("$1\n\n");
        return joinFields(text);
    }

    private static String oneLine(MatchResult comment) {
        String line = comment.group(1) + "/** " + comment.group(2) + " */";
        return Matcher.quoteReplacement(line.length() <= WIDTH ? line : comment.group());
    }

    /** Removes the blank line between two fields of one kind: parameters, values, gradients. */
    private static String joinFields(String text) {
        List<String> lines = new ArrayList<>();
        String previous = "";
        for (String line : text.split("\n", -1)) {
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                String kind = field.group(1).equals("Buffer") ? field.group(2) : field.group(1);
                if (kind.equals(previous) && lines.getLast().isEmpty()) {
                    lines.removeLast();
                }
                previous = kind;
            } else if (line.endsWith("}") || line.endsWith("{")) {
                previous = "";
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }
}
