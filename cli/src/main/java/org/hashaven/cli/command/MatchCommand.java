package org.hashaven.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hashaven.cli.input.FileHasher;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.input.HashedInput;
import org.hashaven.cli.input.Input;
import org.hashaven.cli.input.InputFinder;
import org.hashaven.cli.input.InputRunner;
import org.hashaven.cli.input.Md5Lists;
import org.hashaven.cli.output.MatchPrinter;
import org.hashaven.cli.output.OutputFormat;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.session.Workers;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.hash.Md5;
import org.hashaven.hash.record.Md5List;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.video.VideoHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven match}: looks photos, videos and hashes up in an index, and their files in a list of MD5s.
 *
 * <p>
 * Ends with 0 when something matched in the list or in a bank that is there to block; a match in a bank of harmless pictures alone is shown
 * and counts as none. What could not be judged, since it cannot be read or its lookup was not finished, is never passed off as no match: it
 * has a line of its own, and the run ends with 3 if nothing is to be blocked.
 */
public final class MatchCommand implements Command {

	@Override
	public String name() {
		return "match";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.number("--radius", 0, Bank.MAX_RADIUS));
		spec.addOption(OptionSpecs.text("--bank", "NAME"));
		spec.addOption(OptionSpecs.text("--md5", "LIST"));
		spec.addOption(OptionSpecs.choice("--format", OutputFormat.class));
		Workers.declare(spec);
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
		spec.addPositional(OptionSpecs.parameters(1, "PATH|HEX"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		session.workers().budget(line);
		List<Input> inputs = InputFinder.find(line.matchedPositionalValue(1, List.of()), session.console().in(), true);
		if (inputs.isEmpty()) {
			throw new HavenException("hash.nothing");
		}
		Md5List listed = null;
		if (line.hasMatchedOption("--md5")) {
			listed = Md5Lists.read(line.matchedOptionValue("--md5", ""), session);
			if (listed == null) {
				return Status.FAILED;
			}
		}
		MatchPrinter printer = MatchPrinter.of(line.matchedOptionValue("--format", OutputFormat.TEXT), session);
		try (HashIndex index = HashIndex.openReadOnly(Folders.of(line.matchedPositionalValue(0, "")))) {
			UploadMatcher matcher = new UploadMatcher(index, session.workers().pool(), options(line, index));
			Answers answers = new Answers(matcher, listed, printer);
			printer.begin();
			FileHasher hasher = FileHasher.OF_UPLOADS.withMd5(listed != null).withMatcher(matcher);
			int unusable = new InputRunner(session, hasher).run(inputs, answers);
			if (answers.blocked) {
				return Status.DONE;
			}
			return answers.unjudged || unusable > 0 ? Status.UNJUDGED : Status.PARTIAL;
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

	/** The answers of one run. */
	private static final class Answers implements InputRunner.Sink {

		private final UploadMatcher matcher;
		private final @Nullable Md5List listed;
		private final MatchPrinter printer;
		private boolean blocked;
		private boolean unjudged;

		Answers(UploadMatcher matcher, @Nullable Md5List listed, MatchPrinter printer) {
			this.matcher = matcher;
			this.listed = listed;
			this.printer = printer;
		}

		@Override
		public void accept(HashedInput found) throws IOException {
			boolean sameFile = isListed(found.md5());
			blocked |= sameFile;
			switch (found) {
				case HashedInput.Photo photo -> {
					MatchResult<PhotoMatch> answer = photo.answer();
					MatchResult<PhotoMatch> result = answer == null
							? matcher.match(photo.record().hash(), photo.record().quality())
							: answer;
					blocked |= result.blocks();
					unjudged |= result.isUndecided();
					printer.printPhoto(photo.shown(), sameFile, result);
					if (photo.damaged() && !result.blocks()) {
						leaveOpen(photo.shown(), "damaged");
					}
				}
				case HashedInput.Video video -> {
					MatchResult<VideoMatch> answer = video.answer();
					MatchResult<VideoMatch> result = answer == null ? matcher.match(video.record()) : answer;
					blocked |= result.blocks();
					printer.printVideo(video.shown(), sameFile, result);
					VideoHash hash = video.hash();
					if (hash != null && hash.ending() != VideoHash.Ending.WHOLE && !result.blocks()) {
						leaveOpen(video.shown(), ErrorMessages.word(hash.ending()));
					}
				}
			}
		}

		/** A list does not say what its files are: one that is broken, or no picture at all, may be in it. */
		@Override
		public boolean acceptUnreadable(String shown, @Nullable Path file, Throwable why) {
			if (!isListed(file)) {
				leaveOpen(shown, ErrorMessages.word(why));
				return false;
			}
			blocked = true;
			printer.printPhoto(shown, true, MatchResult.none());
			return true;
		}

		private void leaveOpen(String query, String why) {
			unjudged = true;
			printer.unjudged(query, why);
		}

		private boolean isListed(@Nullable Path file) {
			try {
				return listed != null && file != null && isListed(Md5.ofFile(file));
			} catch (IOException e) {
				return false; // why it cannot be read is said of it in any case
			}
		}

		private boolean isListed(@Nullable Md5 md5) {
			return listed != null && listed.contains(md5);
		}
	}
}
