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
		CommandSpec index = group(new IndexCommand(), texts, leaf(new IndexCreateCommand(), texts), leaf(new IndexAddCommand(), texts),
				leaf(new IndexWithdrawCommand(), texts), leaf(new IndexStatsCommand(), texts), leaf(new IndexVerifyCommand(), texts),
				leaf(new IndexCompactCommand(), texts));
		CommandSpec root = group(new RootCommand(), texts, leaf(new HashCommand(), texts), leaf(new CompareCommand(), texts), index,
				leaf(new MatchCommand(), texts), leaf(new DemoCommand(), texts), leaf(new CompletionCommand(), texts),
				leaf(new HelpCommand(), texts));
		CommandLine tree = new CommandLine(root);
		localize(tree, texts);
		tree.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colourOut() ? Ansi.ON : Ansi.OFF));
		tree.setUsageHelpWidth(terminal.columns());
		tree.setAdjustLineBreaksForWideCJKCharacters(true);
		tree.setExpandAtFiles(false);
		return tree;
	}

	private static CommandSpec group(Command command, Texts texts, CommandSpec... members) {
		CommandSpec spec = leaf(command, texts);
		for (CommandSpec member : members) {
			spec.addSubcommand(member.name(), new CommandLine(member));
		}
		return spec;
	}

	private static CommandSpec leaf(Command command, Texts texts) {
		CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
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
