package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Md5;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index must not tell: names and MD5s of files, and hashes anywhere but in its own files. */
class HashIndexPrivacyTest {

	private static final Hash256 HASH = Hashes.of(new long[]{0x0123456789abcdefL, 0x1123456789abcdefL, 0x2123456789abcdefL, -1});

	@TempDir
	private Path folder;

	@Test
	void namesAndMd5sNeverEnterTheIndex() throws IOException {
		Md5 md5 = new Md5(0x686f6c69646179L, 0x686f6c69646179L); // "holiday"
		HashRecord named = new HashRecord("a", HASH, 80, MediaKind.FRAME, "her own bank", "holiday-in-Busan.jpg").withMd5(md5);
		VideoRecord video = new VideoRecord(null, List.of(new FrameHash(0, HASH, 80)), null, "holiday-in-Busan.mp4", md5);
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			index.add(Bank.DEFAULT.name(), List.of(named, HashRecord.ofPhoto(HASH, 90).withName("holiday-in-Busan.jpg")));
			index.add(Bank.DEFAULT.name(), List.of(video));
		}
		try (Stream<Path> files = Files.list(folder.resolve("index"))) {
			for (Path file : files.toList()) {
				String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
				assertThat(bytes).doesNotContain("holiday", "Busan", "her own bank", md5.toHex(), "yadiloh");
			}
		}
	}

	@Test
	void refusalsAndTextsHoldNoHashAndNoId() throws IOException {
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			index.add(Bank.DEFAULT.name(), List.of(HashRecord.ofPhoto(HASH, 80)));
			List<ThrowingCallable> calls = List.of(() -> index.add("nowhere-4711", List.of(HashRecord.ofPhoto(HASH, 80))),
					() -> HashRecord.ofPhoto(HASH, 80).withIdAndBank("case-4711 \uD800", "default"),
					() -> index.withdraw(List.of("case-4711 \uD800")),
					() -> index.match(HASH, MatchOptions.DEFAULT.withBanks(Set.of("nowhere-4711"))),
					() -> HashIndex.open(folder.resolve("index")), () -> HashIndex.create(folder.resolve("index")),
					() -> HashIndex.open(folder.resolve("4711")));
			for (ThrowingCallable call : calls) {
				Throwable refusal = catchThrowable(call);
				assertThat(refusal).isNotNull().hasNoCause();
				assertThat(refusal.getMessage()).doesNotContain("4711", "0123456789abcdef", folder.toString()).doesNotContain("\n");
			}
			assertThat(index.match(HASH, MatchOptions.DEFAULT).toString()).doesNotContain("0123456789abcdef");
		}
		assertThat(new HammingQuery("hash", HASH, 31).toString()).doesNotContain("0123456789abcdef");
	}
}
