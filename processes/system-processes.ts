import { execFile, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { platform } from 'node:os'

/** Whether a process runs, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Kills a process that was started with a group of its own, and what it started; does nothing where none is left. */
export async function killTree(pid: number): Promise<void> {
  if (process.platform === 'win32') return killOnWindows(pid)
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // None is left; on a Mac EPERM is said of one that has ended and was not collected.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function killOnWindows(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const killer = spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
    killer.once('exit', () => resolve())
    killer.once('error', () => resolve())
  })
}

/** The command line of a process, arguments parted by spaces; empty where there is none, or where the system does not tell. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ').trim()
  if (process.platform === 'win32') return ''
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'command=', '-p', String(pid)], (error, out) => resolve(error ? '' : out.trim()))
  })
}

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
