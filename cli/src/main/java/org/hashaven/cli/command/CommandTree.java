package org.hashaven.cli.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.text.HelpLayout;
import org.hashaven.cli.text.Language;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.OptionSpecs;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine;

/**
 * All commands, as picocli reads and explains them.
 *
 * <pre>
 *   haven ─┬ hash, compare, match, serve, evaluate, demo, completion, help
 *          └ index ─ create, add, withdraw, stats, verify, compact
 * </pre>
 */
public final class CommandTree {

	private static final List<Command> COMMANDS = List.of(new HashCommand(), new CompareCommand(), new IndexCommand(), new MatchCommand(),
			new ServeCommand(),
			new EvaluateCommand(), new DemoCommand(), new CompletionCommand(), new HelpCommand());

	/** They speak about all the others. */
	private static final Set<String> NEED_ALL = Set.of("help", "completion");

	private CommandTree() {
	}

	/** The whole tree in one language. */
	public static CommandLine build(Messages texts, Terminal terminal) {
		return build(texts, terminal, COMMANDS);
	}

	/** As much of the tree as these arguments need: with one branch alone the program starts faster. */
	public static CommandLine build(Messages texts, Terminal terminal, String[] arguments) {
		List<String> words = Stream.of(arguments).filter(word -> !word.startsWith("-") && Language.ofCode(word) == null).toList();
		String first = words.isEmpty() ? "" : words.getFirst();
		List<Command> called = COMMANDS.stream().filter(command -> command.name().equals(first) && !NEED_ALL.contains(first)).toList();
		return build(texts, terminal, called.isEmpty() ? COMMANDS : called);
	}

	private static CommandLine build(Messages texts, Terminal terminal, List<Command> commands) {
		CommandLine tree = new CommandLine(spec(new RootCommand(), commands, texts));
		localize(tree, texts);
		tree.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colourOut() ? Ansi.ON : Ansi.OFF));
		tree.setUsageHelpWidth(terminal.columns());
		HelpLayout.apply(tree);
		tree.setExpandAtFiles(false);
		return tree;
	}

	private static CommandSpec spec(Command command, List<Command> members, Messages texts) {
		CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
		for (Command member : members) {
			spec.addSubcommand(member.name(), new CommandLine(spec(member, member.members(), texts)));
		}
		command.declare(spec);
		translateLabels(spec, texts);
		spec.addOption(OptionSpecs.language());
		spec.addOption(OptionSpec.builder("-h", "--help").arity("0").type(boolean.class).usageHelp(true).descriptionKey("help").build());
		spec.addOption(
				OptionSpec.builder("-V", "--version").arity("0").type(boolean.class).versionHelp(true).descriptionKey("version").build());
		spec.usageMessage().sortOptions(false).abbreviateSynopsis(false).synopsisSubcommandLabel(texts.get("help.command"));
		return spec;
	}

	/** Puts the labels of parameters and values in the language of the texts; they can only be set when a word is built. */
	private static void translateLabels(CommandSpec spec, Messages texts) {
		if (texts.language() == Language.ENGLISH) {
			return;
		}
		for (ArgSpec word : List.copyOf(spec.args())) {
			String label = texts.find("label." + word.paramLabel()).orElse(word.paramLabel());
			spec.remove(word);
			spec.add(word instanceof OptionSpec option
					? option.toBuilder().paramLabel(label).build()
					: ((PositionalParamSpec) word).toBuilder().paramLabel(label).build());
		}
	}

	/** Bundles are set last: picocli looks texts up by a command's full name, which it has only once it is in the tree. */
	private static void localize(CommandLine command, Messages texts) {
		command.getCommandSpec().resourceBundle(texts.bundle());
		command.getCommandSpec().usageMessage().synopsisHeading(texts.get("help.usage")).optionListHeading(texts.get("help.options"))
				.parameterListHeading(texts.get("help.parameters")).commandListHeading(texts.get("help.commands"))
				.descriptionHeading("%n").footerHeading("%n");
		command.getSubcommands().values().forEach(child -> localize(child, texts));
	}
}
