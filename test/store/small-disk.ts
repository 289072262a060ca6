import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder, type TemporaryFolder } from './temporary-home.ts'

type SmallDisk = TemporaryFolder & {
  readonly disk: string
  /** Gives it another size. */
  resize(mebibytes: number): void
}

/** A disk of so many MiB, or why there is none here. */
export async function smallDisk(mebibytes = 3): Promise<SmallDisk | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root can mount a small disk'
  const folder = await temporaryFolder()
  const disk = join(folder.path, 'disk')
  await mkdir(disk)
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', disk], { stdio: 'ignore' })
  try {
    mount(`size=${mebibytes}m`)
  } catch {
    await folder[Symbol.asyncDispose]()
    return 'mounting is not allowed here'
  }
  return {
    path: folder.path,
    disk,
    resize: (size) => void mount(`remount,size=${size}m`),
    async [Symbol.asyncDispose]() {
      execFileSync('umount', [disk])
      await folder[Symbol.asyncDispose]()
    },
  }
}
