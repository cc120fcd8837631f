package org.hashaven.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.input.InputFinder;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.hash.Hash256;
import org.hashaven.index.HashIndex;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven index withdraw}: takes records back, by id from every bank or from one, or by hash from every bank. When it ends they never
 * match again, and unless {@code --later} was given no file holds anything of them.
 */
public final class IndexWithdrawCommand implements Command {

	@Override
	public String name() {
		return "withdraw";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.text("--bank", "NAME"));
		spec.addOption(OptionSpecs.flag("--later"));
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
		spec.addPositional(OptionSpecs.parameters(1, "ID"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException {
		Set<String> ids = new LinkedHashSet<>();
		List<Hash256> hashes = new ArrayList<>();
		for (String word : words(line.matchedPositionalValue(1, List.of()), session)) {
			if (InputFinder.isHex(word)) {
				hashes.add(Hash256.fromHex(word));
			} else {
				ids.add(word);
			}
		}
		boolean oneBank = line.hasMatchedOption("--bank");
		String bank = line.matchedOptionValue("--bank", "");
		if (oneBank && !hashes.isEmpty()) {
			throw new HavenException("index.withdraw.hash");
		}
		try (HashIndex index = HashIndex.open(Folders.of(line.matchedPositionalValue(0, "")))) {
			int missing = 0;
			for (String id : ids) {
				List<String> banks = index.banksOf(id);
				missing += banks.isEmpty() || (oneBank && !banks.contains(bank)) ? 1 : 0;
			}
			int withdrawn = oneBank ? index.withdraw(bank, ids) : ids.isEmpty() ? 0 : index.withdraw(ids);
			for (Hash256 hash : hashes) {
				int ofThisHash = index.withdrawHash(hash);
				withdrawn += ofThisHash;
				missing += ofThisHash == 0 ? 1 : 0;
			}
			session.console().line(session.texts().count("index.withdrawn", withdrawn));
			if (!line.matchedOptionValue("--later", false)) {
				index.erase();
			}
			if (missing > 0) {
				String key = oneBank ? "index.withdraw.bank.missing" : "index.withdraw.missing";
				session.say(session.texts().count(key, missing, bank));
				return Status.PARTIAL;
			}
			return Status.DONE;
		}
	}

	private static List<String> words(List<String> given, Session session) throws IOException {
		List<String> words = new ArrayList<>();
		for (String word : given) {
			if (word.equals("-")) {
				BufferedReader lines = new BufferedReader(new InputStreamReader(session.console().in(), StandardCharsets.UTF_8));
				lines.lines().filter(id -> !id.isBlank()).forEach(words::add);
			} else {
				words.add(word);
			}
		}
		return words;
	}
}
