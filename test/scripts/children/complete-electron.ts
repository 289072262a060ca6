import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { completeElectron } from '../../../scripts/electron/complete-electron.ts'

/** Completes the package `electron` in a folder, as `npm start` does, for a system of the name that its checksums have; gives up after so many milliseconds without an answer. */
const [folder = '', answerMs = '', leftOfOwn = ''] = process.argv.slice(2)
// As a process of the same number left it.
if (leftOfOwn) await mkdir(join(folder, `unfinished-${process.pid}`))
try {
  await completeElectron({
    folder,
    platform: 'linux',
    arch: 'x64',
    answerMs: Number(answerMs),
    onFetch: (host) => process.stdout.write(`fetched from ${host}\n`),
    onProgress: (share) => share === 1 || process.stdout.write('under way\n'),
  })
  process.stdout.write('whole\n')
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`)
}
