package org.hashaven.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.index.Bank;
import org.hashaven.pdq.Dihedral;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven compare A B}: how far two pictures or hashes are apart, and what that means. */
final class CompareCommand implements Command {

	/** Two pictures that have nothing to do with each other differ in about half of the bits. */
	private static final int UNRELATED_BITS = Hash256.BITS / 2;

	@Override
	public String name() {
		return "compare";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(Words.parameter(0, "A"));
		spec.addPositional(Words.parameter(1, "B"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		List<String> names = List.of(line.matchedPositionalValue(0, ""), line.matchedPositionalValue(1, ""));
		List<Found> found = new ArrayList<>();
		for (String name : names) {
			List<Input> inputs = InputFinder.find(List.of(name), session.console().in(), true);
			if (inputs.size() != 1 || inputs.getFirst() instanceof Input.HashList || inputs.getFirst().shown().length() > name.length()) {
				throw new HavenException("compare.one", name);
			}
			new InputRunner(session, new PictureHasher(true)).run(inputs, found::add);
		}
		if (found.size() != names.size()) {
			return Status.PARTIAL;
		}
		explain(found.getFirst(), found.getLast(), session);
		return Status.DONE;
	}

	private static void explain(Found a, Found b, Session session) {
		Texts texts = session.texts();
		int distanceBits = a.record().hash().distance(b.record().hash());
		boolean match = distanceBits <= Bank.DEFAULT_RADIUS;
		line(session, "compare.distance", texts.get("compare.bits", distanceBits, Hash256.BITS));
		line(session, "compare.verdict",
				texts.get(distanceBits == 0 ? "compare.identical" : match ? "compare.similar" : "compare.different"));
		String why = texts.get(match ? "compare.why.match" : "compare.why.different", distanceBits, Bank.DEFAULT_RADIUS, UNRELATED_BITS);
		if (!match) {
			why += turned(a, b, texts);
		}
		if (Math.min(a.record().quality(), b.record().quality()) < PlainPictures.LOWEST_USEFUL_QUALITY) {
			why += " " + texts.get("compare.plain", PlainPictures.LOWEST_USEFUL_QUALITY);
		}
		line(session, "compare.why", why);
	}

	/** Whether B is A turned or mirrored: that PDQ does not see by itself, and it is the first thing an evader does. */
	private static String turned(Found a, Found b, Texts texts) {
		for (Map.Entry<Dihedral, Hash256> form : a.forms().entrySet()) {
			int distanceBits = form.getValue().distance(b.record().hash());
			if (distanceBits <= Bank.DEFAULT_RADIUS) {
				return " " + texts.get("compare.turned", form.getKey().word(), distanceBits);
			}
		}
		return "";
	}

	private static void line(Session session, String key, String text) {
		String label = session.texts().get(key);
		int indent = Paragraph.width(session.texts().get("compare.indent"));
		String wrapped = Paragraph.wrap(text, session.console().terminal().columns() - indent);
		session.console().line(Paragraph.pad(label, indent) + wrapped.replace("\n", "\n" + " ".repeat(indent)));
	}
}
