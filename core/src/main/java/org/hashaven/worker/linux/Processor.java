package org.hashaven.worker.linux;

import org.jspecify.annotations.Nullable;

/** A supported architecture, with its {@code AUDIT_ARCH} value ({@code linux/audit.h}). */
public enum Processor {
	X86_64(0xC000003E), AARCH64(0xC00000B7);

	/** The architecture of this machine; null if it is not supported, or this is not Linux. */
	public static final @Nullable Processor HERE = here();

	private final int auditNumber;

	Processor(int auditNumber) {
		this.auditNumber = auditNumber;
	}

	int auditNumber() {
		return auditNumber;
	}

	private static @Nullable Processor here() {
		if (!System.getProperty("os.name", "").equals("Linux")) {
			return null;
		}
		return switch (System.getProperty("os.arch", "")) {
			case "amd64", "x86_64" -> X86_64;
			case "aarch64" -> AARCH64;
			default -> null;
		};
	}
}
