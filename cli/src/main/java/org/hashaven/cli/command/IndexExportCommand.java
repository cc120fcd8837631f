package org.hashaven.cli.command;

import java.io.IOException;
import java.util.Set;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.RecordFormat;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.HashIndex;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven index export}: the records of an index as JSON Lines, to be handed to others: regions only of photos whose owners allowed
 * them to be passed on.
 */
public final class IndexExportCommand implements Command {

	@Override
	public String name() {
		return "export";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.text("--bank", "NAME"));
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException {
		String bank = line.matchedOptionValue("--bank", "");
		try (HashIndex index = HashIndex.openReadOnly(Folders.of(line.matchedPositionalValue(0, "")))) {
			Lines lines = new Lines(session.console());
			index.export(bank.isEmpty() ? Set.of() : Set.of(bank), lines::write);
		}
		return Status.DONE;
	}

	/** The lines of one export; videos are numbered through. */
	private static final class Lines {

		private final Console console;
		private long videos;

		Lines(Console console) {
			this.console = console;
		}

		void write(MediaRecord media) {
			switch (media) {
				case HashRecord record -> {
					HashRecord handed = record.regions().mayBePassedOn() ? record : record.withRegions(RegionSet.NONE);
					console.line(RecordFormat.JSONL.line(handed, false));
				}
				case VideoRecord record -> {
					videos++;
					for (int frame = 0; frame < record.frames().size(); frame++) {
						console.line(RecordFormat.JSONL.line(record, frame, videos, false));
					}
				}
			}
		}
	}
}
