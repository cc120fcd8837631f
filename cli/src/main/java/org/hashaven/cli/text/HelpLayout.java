package org.hashaven.cli.text;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The layout of help pages. Breaks lines at spaces only; picocli's own layout breaks Korean words between any two syllables.
 *
 * <pre>
 *   header, synopsis, description
 *      PATH...       parameters, options and commands: a label and, beside it, its text
 *      --format=text|csv|jsonl|vpdq
 *                    below a label that is too long
 * </pre>
 */
public final class HelpLayout {

	private static final int OPTION_INDENT = 6;
	private static final int COMMAND_INDENT = 2;
	private static final int GAP = 2;
	private static final int MAX_LABEL_COLUMNS = 22;

	private HelpLayout() {
	}

	/** Lays out the help of a command and of all commands below it. */
	public static void apply(CommandLine tree) {
		Map<String, IHelpSectionRenderer> sections = new HashMap<>(tree.getHelpSectionMap());
		sections.put(SECTION_KEY_HEADER, help -> paragraphs(help, usage(help).header()));
		sections.put(SECTION_KEY_SYNOPSIS, help -> synopsis(help, TextLayout.width(usage(help).synopsisHeading().formatted())) + "\n");
		sections.put(SECTION_KEY_DESCRIPTION, help -> paragraphs(help, usage(help).description()));
		sections.put(SECTION_KEY_PARAMETER_LIST, help -> list(help, OPTION_INDENT, parameters(help)));
		sections.put(SECTION_KEY_OPTION_LIST, help -> list(help, OPTION_INDENT, options(help)));
		sections.put(SECTION_KEY_COMMAND_LIST, help -> list(help, COMMAND_INDENT, commands(help)));
		sections.put(SECTION_KEY_FOOTER, help -> paragraphs(help, usage(help).footer()));
		tree.setHelpSectionMap(sections);
	}

	/**
	 * The command with its options and parameters, as they are typed.
	 *
	 * @param used
	 *            columns that are taken in the first line
	 */
	public static String synopsis(Help help, int used) {
		CommandSpec spec = help.commandSpec();
		String name = spec.qualifiedName();
		List<Text> words = new ArrayList<>();
		for (OptionSpec option : spec.options()) {
			words.add(help.colorScheme().text("[").concat(help.colorScheme().optionText(option.longestName())).concat(values(help, option))
					.concat("]"));
		}
		for (PositionalParamSpec parameter : spec.positionalParameters()) {
			words.add(values(help, parameter));
		}
		if (!spec.subcommands().isEmpty()) {
			words.add(help.colorScheme().text(usage(help).synopsisSubcommandLabel()));
		}
		int indent = used + TextLayout.width(name);
		StringBuilder synopsis = new StringBuilder(help.colorScheme().commandText(name).toString());
		int column = indent;
		for (Text word : words) {
			int width = TextLayout.width(word.plainString());
			if (column + 1 + width > columns(help)) {
				synopsis.append('\n').append(" ".repeat(indent));
				column = indent;
			}
			synopsis.append(' ').append(word);
			column += 1 + width;
		}
		return synopsis.toString();
	}

	/** A label and its text. */
	private record Row(Text label, String text) {
	}

	private static List<Row> parameters(Help help) {
		return help.commandSpec().positionalParameters().stream().map(word -> new Row(label(help, word), text(word.description())))
				.toList();
	}

	private static List<Row> options(Help help) {
		return help.commandSpec().options().stream().map(option -> new Row(label(help, option), text(option.description()))).toList();
	}

	private static List<Row> commands(Help help) {
		return help.subcommands().entrySet().stream().map(command -> new Row(help.colorScheme().commandText(command.getKey()),
				text(usage(command.getValue()).header()[0]))).toList();
	}

	private static Text label(Help help, ArgSpec word) {
		Text values = values(help, word);
		if (!(word instanceof OptionSpec option)) {
			return values;
		}
		Text names = Stream.of(option.names()).map(name -> help.colorScheme().optionText(name))
				.reduce((one, other) -> one.concat(", ").concat(other))
				.orElseThrow();
		return names.concat(values);
	}

	private static Text values(Help help, ArgSpec word) {
		return help.parameterLabelRenderer().renderParameterLabel(word, help.colorScheme().ansi(), help.colorScheme().parameterStyles());
	}

	private static UsageMessageSpec usage(Help help) {
		return help.commandSpec().usageMessage();
	}

	private static String list(Help help, int indent, List<Row> rows) {
		int longest = rows.stream().mapToInt(row -> TextLayout.width(row.label.plainString())).filter(width -> width <= MAX_LABEL_COLUMNS)
				.max()
				.orElse(0);
		int textIndent = indent + longest + GAP;
		StringBuilder list = new StringBuilder();
		for (Row row : rows) {
			int used = TextLayout.width(row.label.plainString());
			// A short name such as -h stands in front of the long names.
			int hanging = row.label.plainString().startsWith("-") && !row.label.plainString().startsWith("--") ? indent - 4 : indent;
			list.append(" ".repeat(hanging)).append(row.label);
			int filled = hanging + used;
			String text = TextLayout.block(row.text, columns(help), textIndent);
			if (filled + GAP <= textIndent) {
				list.append(text.substring(filled));
			} else {
				list.append('\n').append(text);
			}
			list.append('\n');
		}
		return list.toString();
	}

	private static String paragraphs(Help help, String... texts) {
		return Stream.of(texts).map(text -> TextLayout.block(text(text), columns(help), 0) + "\n").collect(Collectors.joining());
	}

	/** Texts are formats, in which %n ends a line and %% is a percent sign. */
	private static String text(String... formats) {
		return Stream.of(formats).map(String::formatted).collect(Collectors.joining("\n"));
	}

	private static int columns(Help help) {
		return usage(help).width();
	}
}
