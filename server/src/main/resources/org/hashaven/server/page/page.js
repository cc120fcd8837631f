"use strict";
// No key, hash or file is stored, and no file is displayed. All of it is gone when the page is closed.

const $ = id => document.getElementById(id);
let texts = {};
let lastStatus = null;
let lastVerdict = null;
let lastState = null;
let lastQuarantine = null;
let lastRelease = null;

function text(key, ...values) {
	const found = texts[key] ?? key;
	return values.reduce((line, value, i) => line.replaceAll(`{${i}}`, value), found);
}

function number(value) {
	return new Intl.NumberFormat(document.documentElement.lang).format(value);
}

async function speak(language) {
	texts = await (await fetch(`/page/${language}.json`)).json();
	document.documentElement.lang = language;
	document.title = text("title");
	for (const element of document.querySelectorAll("[data-text]")) {
		element.textContent = text(element.dataset.text);
	}
	for (const element of document.querySelectorAll("[data-label]")) {
		element.setAttribute("aria-label", text(element.dataset.label));
	}
	for (const button of document.querySelectorAll("[data-language]")) {
		button.setAttribute("aria-pressed", String(button.dataset.language === language));
	}
	if (lastStatus) {
		say(...lastStatus);
	}
	if (lastVerdict) {
		showVerdict(lastVerdict);
	}
	if (lastState) {
		showState(lastState);
	}
	showQuarantine();
}

function say(key, ...values) {
	lastStatus = [key, ...values];
	$("status").textContent = text(key, ...values);
}

function headers(more) {
	const key = $("key").value.trim();
	return key ? { ...more, Authorization: `Bearer ${key}` } : more;
}

/** The answer, or null after its failure was said. */
async function ask(path, options, onFailure) {
	let response;
	try {
		response = await fetch(path, { ...options, headers: headers(options.headers ?? {}), cache: "no-store" });
	} catch {
		onFailure("error.unreachable");
		return null;
	}
	if (response.ok) {
		return response.json();
	}
	const key = `error.${response.status}`;
	const detail = (await response.json().catch(() => ({}))).message ?? "";
	onFailure(key in texts ? key : "error.other", response.status, detail);
	return null;
}

let asked = 0;

async function match(body, type) {
	const mine = ++asked;
	clearResult();
	say("status.looking");
	const answer = await ask("/page/match", { method: "POST", headers: { "Content-Type": type }, body }, (...failure) => {
		if (mine === asked) {
			say(...failure);
		}
	});
	if (answer && mine === asked) {
		lastVerdict = answer;
		showVerdict(answer);
		const count = answer.matches.length;
		say(count === 0 ? "status.none" : count === 1 ? "status.one" : answer.capped ? "status.capped" : "status.many", number(count));
	}
}

function clearResult() {
	$("result").hidden = true;
	$("reason").hidden = true;
	lastVerdict = null;
}

/** Fills a table. On narrow screens each cell shows the title of its column, and each row is a block: the roles keep it a table. */
function fill(body, rows) {
	const titles = [...body.parentElement.querySelectorAll("th")].map(th => th.textContent);
	body.replaceChildren(...rows.map(cells => {
		const line = document.createElement("tr");
		line.setAttribute("role", "row");
		cells.forEach((cell, i) => {
			const td = document.createElement("td");
			td.setAttribute("role", "cell");
			td.dataset.title = titles[i];
			const content = document.createElement("div");
			content.append(cell);
			td.append(content);
			line.append(td);
		});
		return line;
	}));
}

/** Bits as a bar that is longer the nearer the pictures are: a full one is the same picture. */
function distance(match) {
	const cell = document.createDocumentFragment();
	if (match.distance === null) {
		cell.append(text("match.no-distance"));
		return cell;
	}
	if (match.radius !== null) {
		const bar = document.createElement("meter");
		bar.min = 0;
		bar.max = match.radius + 1;
		bar.value = Math.max(0, match.radius + 1 - match.distance);
		bar.setAttribute("aria-label", text("match.bar", match.distance, match.radius));
		cell.append(bar);
	}
	cell.append(text("match.bits", match.distance, match.radius ?? ""));
	return cell;
}

/** The sentence, and of a video the seconds that are listed. */
function reason(match) {
	const cell = document.createDocumentFragment();
	cell.append(match.explanation[document.documentElement.lang] ?? match.explanation.en);
	for (const span of match.spans) {
		const line = document.createElement("div");
		line.className = "hint";
		line.append(text("match.span", number(span.from), number(span.to), number(span.listed_from), number(span.listed_to)));
		cell.append(line);
	}
	if (match.listed_at !== null) {
		const line = document.createElement("div");
		line.className = "hint";
		line.append(text("match.listed-at", number(match.listed_at)));
		cell.append(line);
	}
	return cell;
}

function showVerdict(verdict) {
	fill($("matches"), verdict.matches.map(each =>
		[each.bank, String(each.content_id), text(`standing.${each.standing}`), distance(each), reason(each)]));
	$("result").hidden = verdict.matches.length === 0;
	const key = verdict.decision === "undecided" ? `reason.${verdict.reason}` : `decision.${verdict.decision}`;
	$("reason").hidden = verdict.decision === "none" && verdict.matches.length === 0;
	$("reason").textContent = text(key);
}

function purpose(bank) {
	const word = text(bank.purpose === "block" ? "purpose.block" : "purpose.ignore");
	return bank.test_mode ? text("purpose.test", word) : word;
}

function time() {
	return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
}

function showState(state) {
	fill($("banks"), state.banks.map(bank => [bank.name, purpose(bank),
		bank.enabled_ratio === 0 ? text("banks.off") : `${number(Math.round(bank.enabled_ratio * 1000) / 10)}%`,
		number(bank.media), number(bank.records), number(bank.below_floor), bank.radius === null ? "" : number(bank.radius),
		number(bank.quarantined)]));
	const at = time();
	fill($("changes"), state.changes.map(change => [at.format(new Date(change.at * 1000)), text(`change.${change.kind}`),
		change.bank || text("changes.gone"), change.content === undefined ? "" : String(change.content)]));
	$("state").hidden = state.banks.length === 0;
	$("changes-section").hidden = state.changes.length === 0;
	$("summary").textContent = text("banks.summary", number(state.records), number(state.media), number(state.withdrawn_on_disk));
}

/** Keys without the role curate see how many records are in quarantine, and not which. */
function showQuarantine() {
	const entries = lastQuarantine;
	const count = entries ? entries.length : (lastState ?? { banks: [] }).banks.reduce((sum, bank) => sum + bank.quarantined, 0);
	$("quarantine-section").hidden = !lastState;
	$("quarantine").hidden = !entries || entries.length === 0;
	$("quarantine-status").textContent = (lastRelease ? `${text(...lastRelease)} ` : "")
		+ (lastState ? text(count === 0 ? "quarantine.none" : entries ? "quarantine.some" : "quarantine.hidden", number(count)) : "");
	const at = time();
	const share = (some, all) => all === 0 ? text("quarantine.no-uploads") : text("quarantine.share", number(some), number(all),
		number(Math.round(1000 * some / all) / 10));
	fill($("quarantined"), (entries ?? []).map(each => {
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = text("quarantine.release");
		button.setAttribute("aria-label", text("quarantine.release.label", each.id, each.bank));
		button.addEventListener("click", () => release(each));
		return [each.bank, each.id, each.content_id === null ? "" : String(each.content_id), at.format(new Date(each.at * 1000)),
			share(each.matched, each.uploads), share(each.earlier_matched, each.earlier_uploads), button];
	}));
}

async function release(entry) {
	if (!confirm(text("quarantine.confirm", entry.id, entry.bank))) {
		return;
	}
	const body = JSON.stringify({ bank: entry.bank, id: entry.id });
	const done = await ask("/v1/quarantine/release", { method: "POST", headers: { "Content-Type": "application/json" }, body },
		(...failure) => {
			lastRelease = failure;
			showQuarantine();
		});
	if (done) {
		lastRelease = ["quarantine.released", entry.id];
		await refresh();
	}
	$("quarantine-title").focus(); // the button is gone
}

let refreshed = 0;

async function refresh() {
	const mine = ++refreshed;
	const state = await ask("/page/state", {}, (...failure) => {
		if (mine === refreshed) {
			lastState = null;
			lastQuarantine = null;
			$("state").hidden = true;
			$("changes-section").hidden = true;
			$("summary").textContent = text(...failure);
			showQuarantine();
		}
	});
	if (!state || mine !== refreshed) {
		return;
	}
	const quarantine = await ask("/v1/quarantine", {}, () => {
		// a key without the role curate
	});
	if (mine === refreshed) {
		lastState = state;
		lastQuarantine = quarantine ? quarantine.quarantine : null;
		showState(state);
		showQuarantine();
	}
}

function send(file) {
	if (file) {
		$("hash").value = ""; // the matches that follow are not its own
		match(file, "application/octet-stream");
	}
}

$("hash-form").addEventListener("submit", event => {
	event.preventDefault();
	const hash = $("hash").value.trim();
	if (/^[0-9a-fA-F]{64}$/.test(hash)) {
		match(JSON.stringify({ hash }), "application/json");
	} else {
		asked++;
		clearResult();
		say("error.hash");
		$("hash").focus();
	}
});
$("file").addEventListener("change", () => {
	send($("file").files[0]);
	$("file").value = ""; // its name is not displayed either
});
for (const type of ["dragover", "drop"]) {
	document.addEventListener(type, event => event.preventDefault()); // a file dropped beside the box is not opened
}
$("drop").addEventListener("dragover", () => $("drop").classList.add("over"));
$("drop").addEventListener("dragleave", () => $("drop").classList.remove("over"));
$("drop").addEventListener("drop", event => {
	$("drop").classList.remove("over");
	send(event.dataTransfer.files[0]);
});
$("refresh").addEventListener("click", refresh);
$("key").addEventListener("change", () => {
	lastRelease = null;
	refresh();
});
for (const button of document.querySelectorAll("[data-language]")) {
	button.addEventListener("click", () => speak(button.dataset.language));
}
speak(document.documentElement.lang).then(refresh);
