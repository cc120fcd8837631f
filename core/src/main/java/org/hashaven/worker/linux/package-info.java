/**
 * The system calls by which a process gives up its rights, for good: files by Landlock, all other calls by Seccomp.
 *
 * <pre>
 *   Sandbox ─┬→ Landlock ─┬→ LinuxCalls → Syscall → Processor  numbers differ by processor
 *            └→ Seccomp ──┘
 * </pre>
 */
@NullMarked
package org.hashaven.worker.linux;

import org.jspecify.annotations.NullMarked;
