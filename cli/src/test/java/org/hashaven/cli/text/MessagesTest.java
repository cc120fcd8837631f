package org.hashaven.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashaven.cli.command.CommandTree;
import org.hashaven.cli.evaluate.ExcludedPhotoException;
import org.hashaven.cli.evaluate.Watcher;
import org.hashaven.cli.session.Terminal;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.query.VideoView;
import org.hashaven.image.ImageException;
import org.hashaven.index.IndexException;
import org.hashaven.index.Purpose;
import org.hashaven.index.VerifyFault;
import org.hashaven.index.VideoMatch;
import org.hashaven.samples.distortions.Family;
import org.hashaven.server.ServerException;
import org.hashaven.server.store.CatalogException;
import org.hashaven.video.VideoException;
import org.hashaven.worker.WorkerException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/** The two languages say the same things. */
class MessagesTest {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}|%%|%n|--[a-z-]+|haven (?:hash|match|index|demo|completion)\\b");
	private static final Pattern HANGUL = Pattern.compile("[가-힣]");

	/** The line of the English help that tells a Korean reader how to get Korean. */
	private static final String KOREAN_LINE = "haven.usage.header.0";
	private static final Terminal PLAIN = new Terminal(false, false, 80, false);

	private final Messages english = Messages.of(Language.ENGLISH);
	private final Messages korean = Messages.of(Language.KOREAN);

	@Test
	void bothHaveTheSameKeys() {
		assertThat(keys(korean)).isEqualTo(keys(english));
	}

	@Test
	void bothPutInTheSameThings() {
		for (String key : keys(english)) {
			assertThat(placeholders(korean, key)).as(key).isEqualTo(placeholders(english, key));
		}
	}

	@Test
	void koreanIsKorean() {
		Set<String> sameInBoth = Set.of("plain.item", "compare.indent", "help.parameters");
		for (String key : keys(korean)) {
			String text = korean.bundle().getString(key);
			assertThat(HANGUL.matcher(text).find() || key.startsWith("plain.item") || sameInBoth.contains(key)).as(key + "=" + text)
					.isTrue();
			assertThat(HANGUL.matcher(english.bundle().getString(key)).find()).as(key).isEqualTo(key.equals(KOREAN_LINE));
		}
	}

	@Test
	void everyReasonHasItsSentence() {
		Stream<String> keys = Stream.of(Stream.of(ImageException.Reason.values()).map(reason -> "image." + reason),
				Stream.of(IndexException.Reason.values()).map(reason -> "index." + reason),
				Stream.of(VideoException.Reason.values()).map(reason -> "video." + reason),
				Stream.of(WorkerException.Reason.values()).filter(reason -> reason != WorkerException.Reason.FAULT)
						.map(reason -> "worker." + reason),
				Stream.of("video.part.DAMAGED", "video.part.LIMIT"),
				Stream.of(ListFault.values()).map(fault -> "list.fault." + fault),
				Stream.of(VideoMatch.Reason.values()).map(reason -> "match.video." + reason),
				Stream.of(ExcludedPhotoException.Reason.values()).map(reason -> "evaluate.out." + reason),
				Stream.of(Watcher.Phase.values()).map(phase -> "evaluate.phase." + phase),
				Stream.of(Family.values()).map(family -> "evaluate.family." + family.word()),
				Stream.of(VerifyFault.Kind.values()).map(kind -> "verify." + kind),
				Stream.of(VideoView.Turning.values()).skip(1).map(turning -> "match.turning." + turning),
				Stream.of(VideoView.Edges.values()).skip(1).map(edges -> "match.edges." + edges),
				Stream.of(ServerException.Reason.values()).map(reason -> "serve." + reason),
				Stream.of(CatalogException.Reason.values()).map(reason -> "serve.catalog." + reason),
				Stream.of(Purpose.values()).map(purpose -> "purpose." + purpose)).flatMap(each -> each);
		assertThat(keys(english)).containsAll(keys.toList());
	}

	@Test
	void everyWordOfEveryCommandIsExplained() {
		for (Messages texts : List.of(english, korean)) {
			assertExplained(CommandTree.build(texts, PLAIN));
		}
	}

	private static void assertExplained(CommandLine command) {
		String name = command.getCommandSpec().qualifiedName();
		assertThat(command.getCommandSpec().usageMessage().header()).as(name).isNotEmpty();
		for (ArgSpec word : command.getCommandSpec().args()) {
			assertThat(word.description()).as(name + " " + word.paramLabel() + " " + word).isNotEmpty();
		}
		command.getSubcommands().values().forEach(MessagesTest::assertExplained);
	}

	@Test
	void everyTextIsUsed() throws IOException {
		StringBuilder sources = new StringBuilder();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/hashaven/cli"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				sources.append(Files.readString(file));
			}
		}
		Set<String> composed = Set.of("image.", "video.", "index.", "purpose.", "haven.", "demo.", "plain.", "match.video.",
				"match.turning.", "match.edges.", "match.part.", "verify.", "evaluate.engine.", "evaluate.family.", "evaluate.out.",
				"evaluate.phase.", "list.fault.", "worker.", "label.", "serve.");
		for (String key : keys(english)) {
			String stem = key.replaceAll("\\.(none|one|many)$", "");
			boolean used = sources.indexOf('"' + key + '"') >= 0 || sources.indexOf('"' + stem + '"') >= 0
					|| composed.stream().anyMatch(key::startsWith);
			assertThat(used).as(key).isTrue();
		}
	}

	@Test
	void argumentsArePutInAndApostrophesStay() {
		assertThat(english.get("stats.size", 12, english.count("count.segments", 3), 1))
				.isEqualTo("files      12 bytes in 3 segments, format version 1");
		assertThat(english.count("count.segments", 1)).isEqualTo("1 segment");
		assertThat(english.count("index.added.plain", 1, 50)).contains("bank's", "50");
		assertThat(english.count("index.withdrawn", 1)).isEqualTo("1 record withdrawn.");
		assertThat(english.count("index.withdrawn", 0)).isEqualTo("No record was withdrawn.");
		assertThat(english.count("hash.video", 0)).as("where zero has no sentence of its own").isEqualTo("video, 0 frames");
		assertThat(korean.count("index.withdrawn", 2)).isEqualTo("레코드 2개를 철회했습니다.");
	}

	/** A placeholder takes any value, so that no particle behind it fits all of them; a counter such as 개 stands between the two. */
	@Test
	void koreanHasNoParticleBehindAPlaceholder() {
		Pattern particle = Pattern.compile("\\{\\d+}\"?(?:[이가을를은는와과로]|으로|\\((?:이|가|을|를|은|는|으로)\\))(?![가-힣])|\\{\\d+}\"?(?:이|입)[가-힣]");
		Pattern percent = Pattern.compile("\\{\\d+} +%");
		for (String key : keys(korean)) {
			assertThat(korean.bundle().getString(key)).as(key).doesNotContainPattern(particle).doesNotContainPattern(percent);
			assertThat(english.bundle().getString(key)).as(key).doesNotContainPattern(percent);
		}
	}

	@Test
	void everyTextOfHelpBelongsToACommand() {
		Set<String> ofCommands = new TreeSet<>();
		collectKeys(CommandTree.build(english, PLAIN), ofCommands);
		assertThat(keys(english)).filteredOn(key -> key.startsWith("haven.")).allSatisfy(key -> {
			String stem = key.replaceAll("^(.*\\.usage\\.(?:header|description))\\.\\d$", "$1");
			assertThat(ofCommands).contains(stem);
		});
	}

	private static void collectKeys(CommandLine command, Set<String> keys) {
		String name = command.getCommandSpec().qualifiedName(".");
		Stream.of("header", "description", "footer").forEach(part -> keys.add(name + ".usage." + part));
		for (ArgSpec word : command.getCommandSpec().args()) {
			String key = word instanceof OptionSpec option ? option.longestName().substring(2) : word.descriptionKey();
			keys.add(name + "." + key);
		}
		command.getSubcommands().values().forEach(child -> collectKeys(child, keys));
	}

	private static Set<String> keys(Messages texts) {
		ResourceBundle bundle = texts.bundle();
		return new TreeSet<>(bundle.keySet());
	}

	private static List<String> placeholders(Messages texts, String key) {
		return PLACEHOLDER.matcher(texts.bundle().getString(key)).results().map(MatchResult::group).sorted().collect(Collectors.toList());
	}
}
