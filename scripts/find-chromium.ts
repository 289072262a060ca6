import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../cli/serve/find-browser.ts'

/**
 * The browser of the tests and pictures. Where none is installed, Debian's is fetched when this is Debian and we are root,
 * with a message; else it throws, saying what to do.
 */
export function findChromium(): string {
  const found = findBrowser(process.env)
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('No Chromium is installed: fetching it with apt-get, once.\n')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  const installed = findBrowser(process.env)
  if (!installed) throw new Error('No Chromium, Chrome or Edge is here. Install one, or name it in CONSILIUM_BROWSER.')
  return installed
}
