package org.hashaven.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index add}: pictures and lists of hashes into a bank; prints the id of each record, by which it can be withdrawn. */
final class IndexAddCommand implements Command {

	/** Records handed over at once: each hand-over is made durable before the next. */
	private static final int BATCH = 10_000;

	@Override
	public String name() {
		return "add";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(Words.text("--bank", "NAME"));
		spec.addPositional(Words.parameter(0, "DIR"));
		spec.addPositional(Words.parameters(1, "PATH"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		String bank = line.matchedOptionValue("--bank", Bank.DEFAULT.name());
		List<Input> inputs = InputFinder.find(line.matchedPositionalValue(1, List.of()), session.console().in(), true);
		if (inputs.isEmpty()) {
			throw new HavenException("hash.nothing");
		}
		try (HashIndex index = HashIndex.open(Folders.of(line.matchedPositionalValue(0, "")))) {
			Batch batch = new Batch(index, bank, session);
			int unusable = new InputRunner(session, new PictureHasher(false)).run(inputs, batch::add);
			batch.handOver();
			batch.report();
			return unusable == 0 ? Status.DONE : Status.PARTIAL;
		}
	}

	/** Records on their way into the index. */
	private static final class Batch {

		private final HashIndex index;
		private final String bank;
		private final Session session;
		private final int qualityFloor;
		private final List<HashRecord> records = new ArrayList<>();
		private long total;
		private long belowFloor;

		Batch(HashIndex index, String bank, Session session) throws IOException, HavenException {
			this.index = index;
			this.bank = bank;
			this.session = session;
			this.qualityFloor = index.banks().stream().filter(known -> known.name().equals(bank)).findFirst()
					.orElseThrow(() -> new HavenException("index.UNKNOWN_BANK")).qualityFloor();
		}

		void add(Found found) throws IOException {
			records.add(found.record());
			belowFloor += found.record().quality() < qualityFloor ? 1 : 0;
			if (records.size() == BATCH) {
				handOver();
			}
		}

		void handOver() throws IOException {
			if (!records.isEmpty()) {
				index.add(bank, records).forEach(session.console()::line);
				total += records.size();
				records.clear();
			}
		}

		void report() {
			Texts texts = session.texts();
			session.console().message("haven: " + texts.count("index.added", total, bank));
			if (belowFloor > 0) {
				session.console().message("haven: " + texts.count("index.added.plain", belowFloor, qualityFloor));
			}
		}
	}
}
