import { completeElectron } from '../../../scripts/electron/complete-electron.ts'

/** Completes the package `electron` in a folder, as `npm start` does, for a system of the name that its checksums have. */
const [folder = ''] = process.argv.slice(2)
try {
  await completeElectron({
    folder,
    platform: 'linux',
    arch: 'x64',
    onFetch: (host) => process.stdout.write(`fetched from ${host}\n`),
    onProgress: (share) => share === 1 || process.stdout.write('under way\n'),
  })
  process.stdout.write('whole\n')
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`)
}
