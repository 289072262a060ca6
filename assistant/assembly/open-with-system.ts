import { spawn } from 'node:child_process'
import { message } from '../../wording/message.ts'
import { refused } from './update-checks.ts'

/** Gives a file to the program that the system has for it, and waits for nothing but that program's start. */
export async function openWithSystem(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const opener = platform === 'win32' ? 'explorer.exe' : platform === 'darwin' ? 'open' : 'xdg-open'
  const child = spawn(opener, [path], { detached: true, stdio: 'ignore' })
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject)).catch(
    (cause: unknown) => {
      throw refused('NOT_FOUND', message('failures.updates.notOpened', { path }), cause)
    },
  )
  child.unref()
}
