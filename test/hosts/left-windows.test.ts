import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clearLeftWindows } from '../../cli/serve/open-window.ts'
import { shortFolder } from './short-folder.ts'

/** The number of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

test.skipIf(platform() !== 'linux')(
  'the window of a host that was killed is ended and its profile removed, and no other',
  async () => {
    await using place = await shortFolder()
    const folderOf = async (name: string, owner: string) => {
      const folder = join(place.path, `consilium-window-${name}`)
      await mkdir(folder)
      if (owner !== '') await writeFile(join(folder, 'owner.json'), owner)
      return folder
    }
    const left = join(place.path, 'consilium-window-left')
    const window = spawn(process.execPath, [
      '-e',
      'setInterval(() => {}, 1000)',
      '--',
      `--user-data-dir=${left}/profile`,
    ])
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const [gone, ended] = [await endedPid(), once(window, 'exit')]
    await folderOf('left', JSON.stringify({ host: gone, window: window.pid }))
    await folderOf('reused', JSON.stringify({ host: gone, window: stranger.pid }))
    await folderOf('own', JSON.stringify({ host: process.pid, window: stranger.pid }))
    await folderOf('new', '')
    await folderOf('damaged', '{"host":')
    await clearLeftWindows(place.path)
    await ended
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
    expect((await readdir(place.path)).toSorted()).toEqual([
      'consilium-window-damaged',
      'consilium-window-new',
      'consilium-window-own',
    ])
  },
)
