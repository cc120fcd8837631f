package org.hashaven.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.Purpose;
import org.hashaven.index.VideoMatchResult;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven match}: looks photos, videos and hashes up in an index.
 *
 * <p>
 * Ends with 0 when something matched in a bank that is there to block; a match in a bank of harmless pictures alone is shown and counts as
 * none.
 */
final class MatchCommand implements Command {

	@Override
	public String name() {
		return "match";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(Words.number("--radius", 0, Bank.MAX_RADIUS));
		spec.addOption(Words.text("--bank", "NAME"));
		spec.addOption(Words.choice("--format", OutputFormat.class));
		spec.addPositional(Words.parameter(0, "DIR"));
		spec.addPositional(Words.parameters(1, "PATH|HEX"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		List<Input> inputs = InputFinder.find(line.matchedPositionalValue(1, List.of()), session.console().in(), true);
		if (inputs.isEmpty()) {
			throw new HavenException("hash.nothing");
		}
		MatchPrinter printer = MatchPrinter.of(line.matchedOptionValue("--format", OutputFormat.TEXT), session);
		try (HashIndex index = HashIndex.openReadOnly(Folders.of(line.matchedPositionalValue(0, "")))) {
			Lookup lookup = new Lookup(index, options(line, index), printer);
			printer.begin();
			int unusable = new InputRunner(session, MediaHasher.OF_UPLOADS).run(inputs, lookup::look);
			return lookup.blocked && unusable == 0 ? Status.DONE : Status.PARTIAL;
		}
	}

	private static MatchOptions options(ParseResult line, HashIndex index) throws IOException, HavenException {
		MatchOptions options = MatchOptions.DEFAULT;
		if (line.hasMatchedOption("--radius")) {
			options = options.withRadius(line.matchedOptionValue("--radius", Bank.DEFAULT_RADIUS));
		}
		if (line.hasMatchedOption("--bank")) {
			String bank = line.matchedOptionValue("--bank", Bank.DEFAULT.name());
			if (index.banks().stream().noneMatch(known -> known.name().equals(bank))) {
				throw new HavenException("index.UNKNOWN_BANK");
			}
			options = options.withBanks(Set.of(bank));
		}
		return options;
	}

	/** The lookups of one run. */
	private static final class Lookup {

		private final HashIndex index;
		private final MatchOptions options;
		private final MatchPrinter printer;
		private boolean blocked;

		Lookup(HashIndex index, MatchOptions options, MatchPrinter printer) {
			this.index = index;
			this.options = options;
			this.printer = printer;
		}

		void look(Found found) throws IOException {
			switch (found) {
				case Found.Photo photo -> {
					MatchResult result = index.match(photo.record().hash(), options.withQuality(photo.record().quality()));
					blocked |= result.matches().stream().anyMatch(match -> match.purpose() == Purpose.BLOCK);
					printer.print(photo.shown(), result);
				}
				case Found.Video video -> {
					VideoMatchResult result = index.matchVideoViews(video.views(), options);
					blocked |= result.matches().stream().anyMatch(match -> match.purpose() == Purpose.BLOCK);
					printer.print(video.shown(), result);
				}
			}
		}
	}
}
