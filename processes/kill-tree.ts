import { spawn } from 'node:child_process'

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
