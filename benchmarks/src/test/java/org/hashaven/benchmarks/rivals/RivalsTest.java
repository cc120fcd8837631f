package org.hashaven.benchmarks.rivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hashaven.testdata.hashes.HashPopulation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The comparison of {@link SideBySide} on few hashes, without Faiss, which not every machine has. */
class RivalsTest {

	private static final int RECORDS = 3_000;
	private static final int QUERIES = 200;

	@TempDir
	private Path temporary;

	private HashFile hashes;
	private HashFile queries;
	private Comparison comparison;
	private final Figures figures = new Figures(Kind.CLUSTERED, RECORDS);

	@BeforeEach
	void makeFiles() throws IOException {
		HashFiles.main(new String[]{temporary.toString(), Integer.toString(RECORDS), Kind.CLUSTERED.name(), Integer.toString(QUERIES)});
		HashFiles files = new HashFiles(temporary);
		hashes = new HashFile(files.hashes());
		queries = new HashFile(files.queries());
		comparison = new Comparison(hashes, queries, files.readPlanted());
	}

	private Asked ask(Rival rival) throws IOException {
		rival.build(figures);
		Asked asked = rival.ask(0, QUERIES, 60);
		assertThat(asked.count()).isEqualTo(QUERIES);
		assertThat(rival.askTogether(0, QUERIES).answers()).isDeepEqualTo(asked.answers());
		return asked;
	}

	@Test
	void eachAnswerIsHeldToTheHashesAndToTheOthers() throws IOException {
		try (Rival ours = new HashavenRival(temporary.resolve("ours"), hashes, queries);
				Rival graph = new HnswRival(temporary.resolve("graph"), hashes, queries)) {
			Asked right = ask(ours);
			comparison.checkOurs(right);
			comparison.compare("ours", right, right);
			assertThat(comparison.count("ours").matches()).isGreaterThanOrEqualTo(QUERIES / 2);
			assertThat(comparison.count("ours").missed()).isZero();
			comparison.compare("graph", ask(graph), right);
			assertThat(comparison.count("graph").matches()).isEqualTo(comparison.count("ours").matches());
			assertThat(comparison.count("graph").missed()).isLessThan(QUERIES / 4);
			assertThat(figures.get("lucene-hnsw", Figures.BUILD_SECONDS)).isPositive();
		}
	}

	@Test
	void wrongAnswersStopTheRun() throws IOException {
		try (Rival rival = new HashavenRival(temporary.resolve("ours"), hashes, queries)) {
			Asked right = ask(rival);
			long[] planted = right.answers()[0];
			assertThat(planted).isNotEmpty();
			Asked without = with(right, new long[0]);
			assertThatThrownBy(() -> comparison.checkOurs(without)).isInstanceOf(IllegalStateException.class)
					.hasMessageContaining("missed");
			assertThatThrownBy(() -> comparison.compare("theirs", right, without)).hasMessageContaining("we have not");
			comparison.compare("theirs", without, right);
			assertThat(comparison.count("theirs").missed()).isEqualTo(planted.length);
			Asked nearer = with(right, Arrays.stream(planted).map(answer -> answer ^ 1).toArray());
			assertThatThrownBy(() -> comparison.checkOurs(nearer)).hasMessageContaining("not at the distance");
		}
	}

	/** The same with another answer to the first query. */
	private static Asked with(Asked asked, long[] first) {
		long[][] answers = asked.answers().clone();
		answers[0] = first;
		return new Asked(asked.from(), asked.microseconds(), answers);
	}

	@Test
	void aChartIsDrawnFromTheFiles() throws Exception {
		Files.write(temporary.resolve("rivals-clustered-3000.csv"), figures("hashaven", 12, 0).lines());
		Files.write(temporary.resolve("rivals-clustered-3000-graph.csv"), figures("lucene-hnsw", 1_200, 2).lines());
		Path chart = temporary.resolve("chart.svg");
		Chart.main(new String[]{temporary.toString(), Kind.CLUSTERED.name(), chart.toString()});
		String svg = Files.readString(chart);
		DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
		assertThat(svg).contains("Hashaven: 12 µs at 3,000", "Lucene HNSW (misses 20.0 %): 1.2 ms at 3,000").doesNotContain("NaN");
	}

	private static Figures figures(String rival, double microseconds, int missed) {
		Figures figures = new Figures(Kind.CLUSTERED, RECORDS);
		figures.put(rival, Figures.MEDIAN_MICROSECONDS, 1, 99);
		figures.put(rival, Figures.MEDIAN_MICROSECONDS, microseconds);
		figures.put(rival, Figures.MATCHES, 10);
		figures.put(rival, Figures.MISSED, missed);
		return figures;
	}
}
