package org.hashaven.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * All commands, as picocli reads and explains them.
 *
 * <pre>
 *   haven ─┬ hash, compare, match, demo, completion, help
 *          └ index ─ create, add, withdraw, stats, verify, compact
 * </pre>
 */
final class CommandTree {

	private CommandTree() {
	}

	/** The whole tree in one language. */
	static CommandLine build(Texts texts, Terminal terminal) {
		CommandSpec root = spec(new RootCommand(), "haven", texts);
		for (Command command : List.of(new HashCommand(), new CompareCommand(), new IndexCommand(), new MatchCommand(), new DemoCommand(),
				new CompletionCommand(), new HelpCommand())) {
			root.addSubcommand(command.name(), new CommandLine(spec(command, command.name(), texts)));
		}
		CommandLine index = root.subcommands().get("index");
		for (Command command : List.of(new IndexCreateCommand(), new IndexAddCommand(), new IndexWithdrawCommand(), new IndexStatsCommand(),
				new IndexVerifyCommand(), new IndexCompactCommand())) {
			index.addSubcommand(command.name(), new CommandLine(spec(command, command.name(), texts)));
		}
		CommandLine tree = new CommandLine(root);
		localize(tree, texts);
		tree.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colourOut() ? Ansi.ON : Ansi.OFF));
		tree.setUsageHelpWidth(terminal.columns());
		tree.setAdjustLineBreaksForWideCJKCharacters(true);
		tree.setExpandAtFiles(false);
		return tree;
	}

	private static CommandSpec spec(Command command, String name, Texts texts) {
		CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
		command.declare(spec);
		spec.addOption(Words.language());
		spec.addOption(OptionSpec.builder("-h", "--help").arity("0").type(boolean.class).usageHelp(true).descriptionKey("help").build());
		spec.addOption(OptionSpec.builder("-V", "--version").arity("0").type(boolean.class).versionHelp(true).descriptionKey("version").build());
		spec.usageMessage().sortOptions(false).abbreviateSynopsis(false).synopsisSubcommandLabel(texts.get("help.command"));
		return spec;
	}

	/** Bundles are set last: picocli looks texts up by a command's full name, which it has only once it is in the tree. */
	private static void localize(CommandLine command, Texts texts) {
		command.getCommandSpec().resourceBundle(texts.bundle());
		command.getCommandSpec().usageMessage().synopsisHeading(texts.get("help.usage")).optionListHeading(texts.get("help.options"))
				.parameterListHeading(texts.get("help.parameters")).commandListHeading(texts.get("help.commands"))
				.descriptionHeading("%n").footerHeading("%n");
		command.getSubcommands().values().forEach(child -> localize(child, texts));
	}
}
