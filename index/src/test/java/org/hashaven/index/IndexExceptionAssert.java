package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hashaven.index.IndexException.Reason;

/** Says of a call that the index refuses it, in one plain line that names no path. */
final class IndexExceptionAssert {

	private IndexExceptionAssert() {
	}

	static IndexException assertRefused(Reason reason, ThrowingCallable call) {
		IndexException refusal = catchThrowableOfType(IndexException.class, call);
		assertThat(refusal).as("refusal because %s", reason).isNotNull();
		assertThat(refusal.reason()).isEqualTo(reason);
		assertThat(refusal.getMessage()).doesNotContain("\n", "/", "\\", "_0", "Lucene").isNotBlank();
		assertThat(refusal).hasNoCause().hasNoSuppressedExceptions();
		return refusal;
	}
}
