package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashaven.hash.ListFault;
import org.junit.jupiter.api.Test;

/** Faults are values and know no list: the limits that they name in words are those of the lists. */
class ListFaultTest {

	@Test
	void reason_namesTheLimit() {
		assertThat(ListFault.NAME.reason()).contains(".." + HashRecord.MAX_TEXT_CHARS + " ");
		assertThat(ListFault.TOO_LONG.reason()).contains(" " + LineReader.MAX_CHARS + " ");
		assertThat(ListFault.COUNT.reason()).contains(".." + Md5List.MAX_MD5S + " ");
	}
}
