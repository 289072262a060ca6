import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'

/**
 * Downloads or installs an update in the home that it is given, as one command does, and kills itself before the change to the disk whose
 * number it is given. Tells of progress.
 */
const { home, file, source, step, killedAt } = JSON.parse(process.argv[2] ?? '') as {
  home: string
  file: string
  source: { address: string; publicKey: string }
  step: 'download' | 'install'
  killedAt: number
}
let steps: number | null = null
const files = createRequire(import.meta.url)('node:fs/promises') as Record<string, (...words: unknown[]) => unknown>
for (const name of ['chmod', 'link', 'rename', 'rm']) {
  const really = files[name]
  files[name] = (...words) => {
    if (steps !== null) steps += 1
    if (steps === killedAt) process.kill(process.pid, 'SIGKILL')
    return really?.(...words)
  }
}
syncBuiltinESMExports()
const { createAssistant } = await import('../../../assistant/assembly/create-assistant.ts')
const { programFiles } = await import('../../../host/program-files.ts')
const { inProcess, ROOT } = await import('../../hosts/carriers.ts')

const environment = {
  CONSILIUM_MODELS: join(home, 'models'),
  CONSILIUM_THREADS: '1',
  CONSILIUM_PACKAGE: 'appimage',
  APPIMAGE: file,
}
const options = { ...programFiles(ROOT, home), home, keychain: null, environment, readsOn: false, updateSource: source }
const assistant = await createAssistant(options)
const client = inProcess(assistant)
if ((await client.application.status()).lock === 'new') await client.home.create({ passphrase: null })
if (step === 'install') {
  steps = 0
  await client.update.install()
} else {
  await client.update.check()
  for await (const event of await client.update.download())
    if (event.type === 'model-progress') process.send?.('progress')
}
steps = null
await assistant[Symbol.asyncDispose]()
process.disconnect()
