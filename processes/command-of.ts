import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** The command line of a process, arguments parted by spaces; empty where there is none, or where the system does not tell. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ').trim()
  if (process.platform === 'win32') return ''
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'command=', '-p', String(pid)], (error, out) => resolve(error ? '' : out.trim()))
  })
}
