package org.hashaven.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashaven.cli.command.CommandTree;
import org.hashaven.cli.session.Terminal;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine;

/** Help pages: lines break at spaces, never inside a word, and are no longer than the terminal. */
class HelpLayoutTest {

	private static final List<Integer> WIDTHS = List.of(60, 80, 120);

	@Test
	void noWordIsBrokenInAnyHelpPage() {
		for (Language language : Language.values()) {
			for (int columns : WIDTHS) {
				forAllPages(language, columns, (command, page) -> {
					String words = inOneLine(page);
					for (String text : texts(command)) {
						assertThat(words).as(command.getCommandSpec().qualifiedName() + " at " + columns).contains(inOneLine(text));
					}
				});
			}
		}
	}

	@Test
	void noWordOfTheSynopsisIsBroken() {
		assertThat(page(Language.KOREAN, "index", "create").lines().skip(1)).startsWith(
				"사용법: haven index create [--bank=이름] [--radius=N] [--quality-floor=N]",
				"                           [--purpose=block|ignore|common] [--lang=en|ko]",
				"                           [--help] [--version] 폴더", "");
		assertThat(page(Language.ENGLISH, "help").lines().skip(1))
				.startsWith("Usage: haven help [--lang=en|ko] [--help] [--version] [COMMAND...]");
	}

	@Test
	void noLineIsLongerThanTheTerminal() {
		for (Language language : Language.values()) {
			for (int columns : WIDTHS) {
				forAllPages(language, columns, (command, page) -> assertThat(page.lines())
						.allSatisfy(line -> assertThat(TextLayout.width(line)).as(line).isLessThanOrEqualTo(columns)));
			}
		}
	}

	@Test
	void labelsStandBesideTheirTexts() {
		assertThat(page(Language.ENGLISH, "hash").lines()).contains("  -h, --help               Show this help.",
				"      --format=text|csv|jsonl|vpdq", "                           text: for reading (default). csv: hash,quality.");
	}

	@Test
	void koreanPagesNameTheirParametersInKorean() {
		assertThat(page(Language.KOREAN, "hash")).contains("경로...").doesNotContain("PATH");
		assertThat(page(Language.KOREAN, "index", "add")).contains(" 폴더 ", "--bank=이름");
	}

	@Test
	void whatAPersonInNeedReadsFirstStandsAboveTheOptions() {
		for (Language language : Language.values()) {
			String page = page(language);
			assertThat(page.indexOf("1366")).isBetween(0, page.indexOf("--verbose  "));
			assertThat(page).contains("112", "1388", "1377", "02-735-8994", "d4u.stop.or.kr", "StopNCII.org");
			assertThat(page.indexOf("--lang " + (language == Language.KOREAN ? "en" : "ko"))).isLessThan(200);
		}
	}

	private interface Check {
		void check(CommandLine command, String page);
	}

	private static void forAllPages(Language language, int columns, Check check) {
		List<CommandLine> commands = new ArrayList<>(
				List.of(CommandTree.build(Messages.of(language), new Terminal(false, false, columns, false))));
		for (int i = 0; i < commands.size(); i++) {
			commands.addAll(commands.get(i).getSubcommands().values());
			check.check(commands.get(i), page(commands.get(i)));
		}
		assertThat(commands).hasSizeGreaterThan(10);
	}

	private static String page(CommandLine command) {
		return command.getUsageMessage();
	}

	/** The page of one command, 80 columns wide. */
	private static String page(Language language, String... path) {
		CommandLine command = CommandTree.build(Messages.of(language), new Terminal(false, false, 80, false));
		for (String word : path) {
			command = Objects.requireNonNull(command.getSubcommands().get(word));
		}
		return page(command);
	}

	/** Everything that a help page says of a command. */
	private static List<String> texts(CommandLine command) {
		UsageMessageSpec usage = command.getCommandSpec().usageMessage();
		Stream<String[]> ofCommand = Stream.of(usage.header(), usage.description(), usage.footer());
		Stream<String[]> ofWords = command.getCommandSpec().args().stream().map(ArgSpec::description);
		return Stream.concat(ofCommand, ofWords).flatMap(Stream::of).map(String::formatted).toList();
	}

	private static String inOneLine(String text) {
		return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
	}
}
