package org.hashaven.index.regioncode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WorkBudgetTest {

	@Test
	void take_withinTheBudget_isGranted() {
		WorkBudget budget = new WorkBudget(10);

		assertThat(budget.take(4)).isEqualTo(4);
		assertThat(budget.take(6)).isEqualTo(6);
		assertThat(budget.take(0)).isZero();
		assertThat(budget.isExhausted()).isFalse();
		assertThat(budget.spent()).isEqualTo(10);
	}

	@Test
	void take_beyondTheBudget_grantsTheRestAndIsExhausted() {
		WorkBudget budget = new WorkBudget(10);

		assertThat(budget.take(11)).isEqualTo(10);
		assertThat(budget.isExhausted()).isTrue();
		assertThat(budget.take(1)).isZero();
		assertThat(budget.spent()).isEqualTo(10);
	}

	@Test
	void constructor_negative_throws() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WorkBudget(-1));
	}
}
