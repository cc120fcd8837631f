package org.hashaven.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.hashaven.cli.input.FileHasher;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.input.HashedInput;
import org.hashaven.cli.input.Input;
import org.hashaven.cli.input.InputFinder;
import org.hashaven.cli.input.InputRunner;
import org.hashaven.cli.input.RegionChoice;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.session.Workers;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.RecordLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index add}: photos, videos and lists of hashes into a bank; prints the id of each, by which it can be withdrawn. */
public final class IndexAddCommand implements Command {

	@Override
	public String name() {
		return "add";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.text("--bank", "NAME"));
		spec.addOption(OptionSpecs.flag("--stronger"));
		Workers.declare(spec);
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
		spec.addPositional(OptionSpecs.parameters(1, "PATH"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		session.workers().budget(line);
		String bank = line.matchedOptionValue("--bank", Bank.DEFAULT.name());
		List<Input> inputs = InputFinder.find(line.matchedPositionalValue(1, List.of()), session.console().in(), true);
		if (inputs.isEmpty()) {
			throw new HavenException("hash.nothing");
		}
		FileHasher hasher = FileHasher.PLAIN.withRegions(RegionChoice.of(line.matchedOptionValue("--stronger", false), false));
		try (HashIndex index = HashIndex.open(Folders.of(line.matchedPositionalValue(0, "")));
				Addition addition = new Addition(index, bank, session)) {
			int unusable = addition.addAll(() -> new InputRunner(session, hasher).run(inputs, addition::add));
			return unusable == 0 ? Status.DONE : Status.PARTIAL;
		}
	}

	/** The work that hands everything to an addition and counts what could not be used. */
	private interface Work {
		int run() throws IOException, HavenException, InterruptedException;
	}

	/** Records on their way into the index; the id of each is printed once the record is durable. */
	private static final class Addition implements Closeable {

		private final String bank;
		private final Session session;
		private final int qualityFloor;
		private final RecordLoader loader;
		private long total;
		private long belowFloor;

		Addition(HashIndex index, String bank, Session session) throws IOException, HavenException {
			this.bank = bank;
			this.session = session;
			this.qualityFloor = index.banks().stream().filter(known -> known.name().equals(bank)).findFirst()
					.orElseThrow(() -> new HavenException("index.UNKNOWN_BANK")).qualityFloor();
			this.loader = index.loader(bank, this::print);
		}

		void add(HashedInput found) throws IOException {
			switch (found) {
				case HashedInput.Photo photo -> {
					add(photo.record());
					for (HashRecord seen : photo.seen()) {
						add(seen);
					}
				}
				case HashedInput.Video video -> {
					boolean plain = video.record().frames().stream().allMatch(frame -> frame.quality() < qualityFloor);
					belowFloor += plain ? 1 : 0;
					loader.add(video.record());
				}
			}
		}

		private void add(HashRecord record) throws IOException {
			belowFloor += record.quality() < qualityFloor ? 1 : 0;
			loader.add(record);
		}

		/**
		 * Does the work and commits. When the work fails, what was handed in before is committed all the same if the index still can:
		 * closing the index could make it durable, and a record whose id was never printed cannot be withdrawn.
		 */
		int addAll(Work work) throws IOException, HavenException, InterruptedException {
			boolean done = false;
			try {
				int unusable = work.run();
				done = true;
				return unusable;
			} finally {
				finish(done);
			}
		}

		private void finish(boolean done) throws IOException {
			try {
				loader.commit();
				report();
			} catch (IOException | RuntimeException e) {
				if (done) {
					throw e;
				}
				// the work failed first, and its failure is the one to be reported
			}
		}

		/** Prints ids, and not into a buffer only: whatever happens next, they are out. */
		private void print(List<String> ids) {
			ids.forEach(session.console()::line);
			session.console().flush();
			total += ids.size();
		}

		@Override
		public void close() {
			loader.close();
		}

		private void report() {
			Messages texts = session.texts();
			session.say(texts.count("index.added", total, bank));
			if (belowFloor > 0) {
				session.say(texts.count("index.added.plain", belowFloor, qualityFloor));
			}
		}
	}
}
