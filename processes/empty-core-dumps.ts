import { writeFileSync } from 'node:fs'
import { platform } from 'node:os'

/**
 * A core dump of this process, and of every process that it starts, holds no memory: the words of a matter would lie in plain text where
 * the system keeps crashes. On Linux the filter is inherited; the other systems write no dumps of their own accord that hold them all.
 */
export function emptyCoreDumps(): void {
  if (platform() !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // Without the file system of processes, as in some containers, there is nothing to be set.
  }
}
