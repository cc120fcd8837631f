"use strict";
// No key, hash or file is stored, and no file is displayed. All of it is gone when the page is closed.

const $ = id => document.getElementById(id);
let texts = {};
let lastStatus = null;
let lastMatches = null;
let lastState = null;

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
	if (lastMatches) {
		showMatches(lastMatches);
	}
	if (lastState) {
		showState(lastState);
	}
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
	$("result").hidden = true;
	lastMatches = null;
	say("status.looking");
	const answer = await ask("/page/match", { method: "POST", headers: { "Content-Type": type }, body }, (...failure) => {
		if (mine === asked) {
			say(...failure);
		}
	});
	if (answer && mine === asked) {
		lastMatches = answer.matches;
		showMatches(answer.matches);
		if (answer.undecided) {
			say("status.undecided");
		} else {
			say(answer.matches.length === 0 ? "status.none" : answer.matches.length === 1 ? "status.one" : "status.many",
				number(answer.matches.length));
		}
	}
}

function row(...cells) {
	const line = document.createElement("tr");
	for (const cell of cells) {
		const td = document.createElement("td");
		td.append(cell);
		line.append(td);
	}
	return line;
}

/** Bits as a bar as long as they are few: a full one is the same picture. */
function distance(match) {
	const cell = document.createDocumentFragment();
	const bits = /^\d+$/.test(match.distance) ? Number(match.distance) : null;
	if (bits === null) {
		cell.append(match.distance === "-" ? text("match.identical") : match.distance);
		return cell;
	}
	if (match.radius) {
		const bar = document.createElement("meter");
		bar.min = 0;
		bar.max = match.radius + 1;
		bar.value = Math.max(0, match.radius + 1 - bits);
		bar.setAttribute("aria-label", text("match.bar", bits, match.radius));
		cell.append(bar);
	}
	cell.append(text("match.bits", bits));
	return cell;
}

function effect(match) {
	return text(match.enabled === false ? "effect.off" : match.blocks === false ? "effect.ignore" : "effect.block");
}

function showMatches(matches) {
	$("matches").replaceChildren(...matches.map(each =>
		row(each.bank, String(each.content), distance(each), each.how ?? text("match.how.unknown"), effect(each))));
	$("result").hidden = matches.length === 0;
}

function showState(state) {
	$("banks").replaceChildren(...state.banks.map(bank => row(bank.name, text(bank.blocks ? "effect.block" : "effect.ignore"),
		bank.ratio === 0 ? text("banks.off") : `${number(Math.round(bank.ratio * 1000) / 10)}%`,
		number(bank.media), number(bank.records), number(bank.below_floor), number(bank.radius))));
	const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
	$("changes").replaceChildren(...state.changes.map(change => row(time.format(new Date(change.at * 1000)), text(`change.${change.kind}`),
		change.bank || text("changes.gone"), change.content === undefined ? "" : String(change.content))));
	$("state").hidden = false;
	$("summary").textContent = text("banks.summary", number(state.records), number(state.media), number(state.withdrawn_on_disk));
}

async function refresh() {
	const state = await ask("/page/state", {}, (...failure) => {
		$("summary").textContent = text(...failure);
	});
	if (state) {
		lastState = state;
		showState(state);
	}
}

function send(file) {
	if (file) {
		match(file, "application/octet-stream");
	}
}

$("hash-form").addEventListener("submit", event => {
	event.preventDefault();
	const hash = $("hash").value.trim();
	if (/^[0-9a-fA-F]{64}$/.test(hash)) {
		match(JSON.stringify({ hash }), "application/json");
	} else {
		$("result").hidden = true;
		lastMatches = null;
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
$("key").addEventListener("change", refresh);
for (const button of document.querySelectorAll("[data-language]")) {
	button.addEventListener("click", () => speak(button.dataset.language));
}
speak(document.documentElement.lang).then(refresh);
