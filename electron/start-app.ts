import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE_SCHEME } from './app-page.ts'
import { guardContents, quietChromium } from './lock-down.ts'
import { type AppOptions, type AppPieces, openApp } from './open-app.ts'

export type StartPieces = AppPieces & Pick<typeof Electron.Main, 'protocol'>

/**
 * Everything that must be done before Electron is ready, in the same turn in which the program is loaded, and then the app.
 * One home is open once: a second start shows the window of the first. Chromium's own folder lies in the home, so that
 * nothing of a user is anywhere else, and the lock is one for each home.
 */
export async function startApp(electron: StartPieces, options: AppOptions): Promise<void> {
  const { app, dialog, protocol } = electron
  try {
    quietChromium(app.commandLine)
    app.enableSandbox()
    protocol.registerSchemesAsPrivileged([PAGE_SCHEME])
    app.on('web-contents-created', (_event, contents) => guardContents(contents))
    const profile = join(options.home, 'window')
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    app.setPath('userData', profile)
    if (!app.requestSingleInstanceLock()) return app.quit()
    await app.whenReady()
    await openApp(electron, options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox('Consilium could not start', `${reason}\nNothing was changed in ${options.home}.`)
    app.exit(1)
  }
}
