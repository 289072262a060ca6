import { join, resolve } from 'node:path'
import { platform } from 'node:os'
import { sha256 } from '../home/sha256.ts'

/** Longer paths cannot be bound (108 bytes on Linux, 104 on macOS). */
const SOCKET_PATH_AT_MOST = 100

/**
 * Where the running engine of a home listens for commands: a socket in the home folder, which only its user may enter; a
 * named pipe on Windows. Null when the path would be too long for a socket: then a second command is told IN_USE.
 */
export function socketPath(home: string): string | null {
  const folder = resolve(home)
  if (platform() === 'win32') return `\\\\.\\pipe\\consilium-${sha256(folder).slice(0, 32)}`
  const path = join(folder, 'engine.sock')
  return Buffer.byteLength(path) <= SOCKET_PATH_AT_MOST ? path : null
}
