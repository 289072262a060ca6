import { spawn } from 'node:child_process'
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createConversionFolders, folderBytes } from '../../../../assistant/reading/libreoffice/conversion-folders.ts'
import { temporaryFolder } from '../../../store/temporary-home.ts'

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

async function places() {
  const folder = await temporaryFolder()
  const [home, memory] = [join(folder.path, 'home'), join(folder.path, 'memory')]
  await mkdir(home)
  await mkdir(memory)
  return { home, memory, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
}

describe.skipIf(process.platform === 'win32')('the folder of a conversion', () => {
  test('lies in memory, for this user alone, and is gone with its use', async () => {
    await using use = await places()
    const folders = createConversionFolders(use.home, use.memory)
    {
      await using folder = await folders.make(1000)
      expect(folder.path.startsWith(join(use.memory, 'consilium-'))).toBe(true)
      expect(await modeOf(folder.path)).toBe(0o700)
      await mkdir(join(folder.path, 'out'))
      await writeFile(join(folder.path, 'out', 'a'), '12345')
      await writeFile(join(folder.path, 'b'), '123')
      expect(await folderBytes(folder.path)).toBe(8)
    }
    expect(await readdir(use.memory)).toEqual([])
    expect(await folderBytes(join(use.memory, 'gone'))).toBe(0)
  })

  test('lies in the home where there is no memory for it, or not enough', async () => {
    await using use = await places()
    for (const [memory, sizeBytes] of [
      [null, 1],
      [join(use.home, 'nowhere'), 1],
      [use.memory, 1e15],
    ] as const) {
      const folders = createConversionFolders(use.home, memory)
      await using folder = await folders.make(sizeBytes)
      expect(folder.path.startsWith(join(use.home, 'converting'))).toBe(true)
      expect([await modeOf(folder.path), await modeOf(join(use.home, 'converting'))]).toEqual([0o700, 0o700])
      expect(await folders.place(sizeBytes)).toBe('disk')
    }
    expect(await readdir(join(use.home, 'converting'))).toEqual([])
  })

  test('that a killed process left is removed at the next start, with the program that works there still', async () => {
    await using use = await places()
    const folders = createConversionFolders(use.home, use.memory)
    const left = await folders.make(1)
    const onDisk = await createConversionFolders(use.home, null).make(1)
    const office = spawn('/bin/sh', ['-c', 'sleep 1000; :', left.path], { detached: true, stdio: 'ignore' })
    const ended = new Promise((resolve) => office.once('exit', (_, signal) => resolve(signal)))
    await left.note(office.pid!)
    // The number of a program that has ended may be another one's now.
    await onDisk.note(process.pid)
    await createConversionFolders(use.home, use.memory).clean()
    expect(await ended).toBe('SIGKILL')
    expect([await readdir(use.memory), await readdir(join(use.home, 'converting'))]).toEqual([[], []])
  })

  test('of another home stays, and so does what others put beside it', async () => {
    await using use = await places()
    const other = await createConversionFolders(join(use.home, 'other'), use.memory).make(1)
    const own = await createConversionFolders(use.home, use.memory).make(1)
    await writeFile(join(use.home, 'kept'), 'x')
    // Somebody else may plant a link of our name.
    await symlink(use.home, `${own.path}-link`)
    await createConversionFolders(use.home, use.memory).clean()
    expect((await readdir(use.memory)).toSorted()).toEqual(
      [other.path, `${own.path}-link`].map((path) => path.slice(use.memory.length + 1)).toSorted(),
    )
    expect(await readdir(use.home)).toContain('kept')
  })
})
