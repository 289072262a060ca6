import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Why system calls cannot be traced here, or null. Installs strace where that is possible, and says so. */
export function whyNoStrace(): string | null {
  if (process.platform !== 'linux') return 'strace is for Linux'
  if (!isThere() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    process.stderr.write('No strace was found: installing it for the tests (apt-get install strace).\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update'], { stdio: ['ignore', 2, 2], env })
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'strace'], {
      stdio: ['ignore', 2, 2],
      env,
    })
  }
  if (!isThere()) return 'strace is not installed'
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0 ? null : 'tracing is not allowed here'
}

const isThere = () => spawnSync('strace', ['-V']).status === 0
