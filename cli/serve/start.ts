import type { Command } from 'commander'
import { attachToEngine } from '../../assistant/connection/attach-to-engine.ts'
import { count } from '../arguments.ts'
import type { Run, Session } from '../session.ts'
import { findBrowser } from './find-browser.ts'
import { openWindow } from './open-window.ts'
import { startBrowserHost } from './start-browser-host.ts'
import { inUse, wrongUse } from '../failures.ts'

const LARGEST_PORT = 65_535

/** `start · serve` */
export function addStartCommands(program: Command, run: Run): void {
  program
    .command('start')
    .description('open the app')
    .option('--browser', 'in a browser, even where Electron is here')
    .action(() => run((session) => serve(session, 0, findBrowser(session.env))))

  program
    .command('serve')
    .description('the app for a browser of this computer; prints its address')
    .option('--port <n>', 'on this port (default: any free one)', count, 0)
    .action(({ port }: { port: number }) => run((session) => serve(session, port, null)))
}

/** Runs until the window is closed or the command is interrupted. */
async function serve({ home, files, output, signal }: Session, port: number, browser: string | null): Promise<void> {
  if (port > LARGEST_PORT) throw wrongUse(`There is no port ${port}; the largest is ${LARGEST_PORT}.`)
  await using running = await attachToEngine(home)
  if (running) throw inUse(`Consilium is already running with the folder ${home}. Use that window, or close it first.`)
  // Once used, an address opens nothing: the next window has its own.
  const onUsed = (url: string) =>
    output.result({ type: 'address', url }, browser ? null : `That address was used. To open it once more: ${url}`)
  const { startProcess, windowFolder: folder } = files
  await using host = await startBrowserHost({ startProcess, folder, port, onUsed })
  output.result(
    { type: 'ready', url: host.url },
    browser ? null : `Open ${host.url}\nIt works once, in a browser of this computer only. Ctrl-C ends it.`,
  )
  const interrupted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  if (browser === null) return await interrupted
  await using window = await openWindow(browser, host.url)
  const failure = await Promise.race([window.closed, interrupted])
  if (typeof failure !== 'string') return
  output.note(
    `${browser} shows no window (${failure}). Consilium goes on: open ${host.url} in a browser of this computer. Ctrl-C ends it.`,
  )
  await interrupted
}
