package org.hashaven.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashaven.cli.command.CommandTree;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.text.Language;
import org.hashaven.cli.text.Messages;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The man pages in both languages and the shell completion, written by the build.
 *
 * <p>
 * Argument: the folder to write them to, which gets {@code man/man1}, {@code man/ko/man1} and {@code bash-completion/completions}.
 */
final class DocGenerator {

	private static final Terminal PLAIN = new Terminal(false, false, 80, false);

	private DocGenerator() {
	}

	public static void main(String[] args) throws IOException {
		Path share = Path.of(args[0]);
		for (Language language : Language.values()) {
			Messages texts = Messages.of(language);
			Path pages = share.resolve(language == Language.ENGLISH ? "man/man1" : "man/" + language.code() + "/man1");
			writePages(CommandTree.build(texts, PLAIN), texts, Files.createDirectories(pages));
		}
		Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
		Files.writeString(completions.resolve("haven"),
				AutoComplete.bash("haven", CommandTree.build(Messages.of(Language.ENGLISH), PLAIN)));
	}

	private static void writePages(CommandLine command, Messages texts, Path folder) throws IOException {
		ManPage page = new ManPage(command, texts);
		Files.writeString(folder.resolve(page.name() + ".1"), page.text(), StandardCharsets.UTF_8);
		for (CommandLine child : command.getSubcommands().values()) {
			writePages(child, texts, folder);
		}
	}
}
