package org.hashaven.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hashaven.cli.input.FileHasher;
import org.hashaven.cli.input.Input;
import org.hashaven.cli.input.InputFinder;
import org.hashaven.cli.input.InputRunner;
import org.hashaven.cli.input.RegionChoice;
import org.hashaven.cli.output.HashFormat;
import org.hashaven.cli.output.HashPrinter;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.session.Workers;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.media.MediaOptions;
import org.hashaven.video.VideoOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven hash}: the hashes of photos and videos, made on this device. */
public final class HashCommand implements Command {

	@Override
	public String name() {
		return "hash";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.choice("--format", HashFormat.class));
		spec.addOption(OptionSpecs.flag("--names"));
		spec.addOption(OptionSpecs.flag("--md5"));
		spec.addOption(OptionSpecs.flag("--dihedral"));
		spec.addOption(OptionSpecs.flag("--damaged"));
		spec.addOption(OptionSpecs.flag("--stronger"));
		spec.addOption(OptionSpecs.flag("--pass-on"));
		spec.addOption(OptionSpecs.text("--fps", "N|all"));
		spec.addOption(OptionSpecs.flag("--fast"));
		Workers.declare(spec);
		spec.addPositional(OptionSpecs.parameters(0, "PATH"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		session.workers().budget(line);
		boolean dihedral = line.matchedOptionValue("--dihedral", false);
		boolean names = line.matchedOptionValue("--names", false);
		HashFormat format = line.matchedOptionValue("--format", HashFormat.TEXT);
		boolean md5 = line.matchedOptionValue("--md5", false);
		if (md5 && format == HashFormat.VPDQ) {
			throw new HavenException("hash.vpdq.md5");
		}
		boolean stronger = line.matchedOptionValue("--stronger", false);
		if (stronger && (format != HashFormat.JSONL || dihedral)) {
			throw new HavenException("hash.stronger");
		}
		boolean passOn = line.matchedOptionValue("--pass-on", false);
		if (passOn && !stronger) {
			throw new HavenException("hash.pass-on");
		}
		MediaOptions media = MediaOptions.DEFAULT.withAllForms(dihedral).withVideo(video(line, format))
				.withDamaged(line.matchedOptionValue("--damaged", false));
		FileHasher hasher = new FileHasher(media).withMd5(md5).withRegions(RegionChoice.of(stronger, passOn));
		List<Input> inputs = inputs(line.matchedPositionalValue(0, List.of()), names && format != HashFormat.VPDQ, session);
		if (inputs.isEmpty()) {
			throw new HavenException("hash.nothing");
		}
		HashPrinter printer = HashPrinter.of(format, session, new HashPrinter.Columns(dihedral, md5, names));
		printer.begin();
		AtomicBoolean refused = new AtomicBoolean();
		int unusable = new InputRunner(session, hasher).run(inputs, found -> {
			try {
				printer.print(found);
			} catch (HavenException e) {
				session.reportUnusable(found.shown(), e);
				refused.set(true);
			}
		});
		if (unusable < inputs.size()) {
			explainList(format, session);
		}
		return unusable == 0 && !refused.get() ? Status.DONE : Status.PARTIAL;
	}

	/** Says how to keep a list that was written to a file, and what withdrawing it takes, where a person reads messages. */
	private static void explainList(HashFormat format, Session session) {
		Terminal terminal = session.console().terminal();
		if (format != HashFormat.TEXT && terminal.errIsTerminal() && !terminal.outIsTerminal()) {
			session.message("hash.list.keep");
			session.message("hash.list.withdraw");
		}
	}

	/**
	 * The inputs in the order in which their hashes are written: as given where the names are written too, else at random. They are
	 * shuffled before they are hashed, so that results are still written as they come.
	 */
	private static List<Input> inputs(List<String> paths, boolean named, Session session) throws IOException {
		InputStream standardInput = session.console().in();
		return named ? InputFinder.find(paths, standardInput, false) : InputFinder.findShuffled(paths, standardInput);
	}

	private static VideoOptions video(ParseResult line, HashFormat format) throws HavenException {
		VideoOptions options = VideoOptions.DEFAULT.withKeyFramesOnly(line.matchedOptionValue("--fast", false));
		if (format == HashFormat.VPDQ) {
			// Frames at even times and no other, as vPDQ's program picks them.
			options = options.withExtraFrames(false).withDropDistance(VideoOptions.KEEP_ALL).withCutBorders(false);
		}
		return line.hasMatchedOption("--fps")
				? options.withFramesPerSecond(framesPerSecond(line.matchedOptionValue("--fps", "")))
				: options;
	}

	private static double framesPerSecond(String text) throws HavenException {
		if (text.equals("all")) {
			return VideoOptions.EVERY_FRAME;
		}
		if (text.matches("[0-9]{1,3}([.][0-9]{1,3})?") && Double.parseDouble(text) > 0) {
			return Double.parseDouble(text);
		}
		throw new HavenException("hash.fps");
	}
}
