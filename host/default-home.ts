import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder that holds everything of one user, for every host. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  if (env.CONSILIUM_HOME) return env.CONSILIUM_HOME
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Consilium')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Consilium')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'consilium')
}
