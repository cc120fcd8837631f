package org.hashaven.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashaven.cli.session.Version;
import org.hashaven.cli.text.HelpLayout;
import org.hashaven.cli.text.Messages;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/** The man page of one command, in roff's {@code man} macros, from the same texts as its help. */
final class ManPage {

	private final CommandSpec spec;
	private final Help help;
	private final Messages texts;

	ManPage(CommandLine command, Messages texts) {
		this.spec = command.getCommandSpec();
		this.help = command.getHelp();
		this.texts = texts;
	}

	/** The page's name: {@code haven-index-add}. */
	String name() {
		return spec.qualifiedName("-");
	}

	/** The page. */
	String text() {
		StringBuilder page = new StringBuilder();
		page.append(".TH \"").append(name().toUpperCase(java.util.Locale.ROOT)).append("\" 1 \"\" \"haven ").append(Version.number())
				.append("\"\n");
		section(page, "man.name");
		page.append(escape(name())).append(" \\- ").append(lines(spec.usageMessage().header()[0])).append('\n');
		section(page, "man.synopsis");
		page.append(".nf\n").append(escape(HelpLayout.synopsis(help, 0))).append("\n.fi\n");
		if (spec.usageMessage().description().length > 0) {
			section(page, "man.description");
			page.append(paragraphs(spec.usageMessage().description())).append('\n');
		}
		List<ArgSpec> words = Stream.concat(spec.positionalParameters().stream(), spec.options().stream()).toList();
		section(page, "man.words");
		for (ArgSpec word : words) {
			item(page, label(word), lines(word.description()));
		}
		if (!spec.subcommands().isEmpty()) {
			section(page, "man.commands");
			spec.subcommands().forEach(
					(name, command) -> item(page, name, lines(command.getCommandSpec().usageMessage().header()[0])));
		}
		if (spec.usageMessage().footer().length > 0) {
			section(page, "man.notes");
			page.append(".nf\n").append(lines(spec.usageMessage().footer())).append("\n.fi\n");
		}
		return page.toString();
	}

	private void section(StringBuilder page, String key) {
		page.append(".SH ").append(texts.get(key)).append('\n');
	}

	private static void item(StringBuilder page, String label, String text) {
		page.append(".TP\n.B ").append(escape(label)).append('\n').append(text).append('\n');
	}

	private static String label(ArgSpec word) {
		if (word instanceof OptionSpec option) {
			String names = String.join(", ", option.names());
			return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
		}
		return word.paramLabel();
	}

	/** Paragraphs; one that begins with a hyphen is an item of a list, an indented one belongs to the item before it. */
	private static String paragraphs(String... text) {
		return Stream.of(text).flatMap(paragraph -> paragraph.formatted().lines()).filter(line -> !line.isEmpty())
				.map(ManPage::paragraph).collect(Collectors.joining("\n"));
	}

	private static String paragraph(String line) {
		String stripped = line.stripLeading();
		if (stripped.startsWith("- ")) {
			return ".IP \\(bu 2\n" + escape(stripped.substring(2));
		}
		int indent = line.length() - stripped.length();
		return (indent > 0 ? ".IP \"\" " + indent : ".PP") + "\n" + escape(stripped);
	}

	private static String lines(String... text) {
		return Stream.of(text).map(line -> escape(line.formatted())).collect(Collectors.joining("\n"));
	}

	/** A backslash and a hyphen mean themselves; a line must not begin with a control character of roff. */
	private static String escape(String text) {
		return text.lines().map(line -> line.replace("\\", "\\e").replace("-", "\\-"))
				.map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line).collect(Collectors.joining("\n"));
	}
}
