import { messageText } from '../wording/message-text.ts'
import { fileURLToPath } from 'node:url'
import { emptyCoreDumps } from '../processes/system-processes.ts'
import { forkChild } from '../processes/fork-child.ts'
import { connectToParent, type ParentPort } from '../processes/parent-port.ts'
import { receiveKeychain } from './connection/host-keychain.ts'
import { createContractHandler, speakContract } from './connection/speak-contract.ts'
import { listenOnSocket } from './connection/listen-on-socket.ts'
import { serveWindows } from './connection/serve-windows.ts'
import { ENDED_BY_LOCK } from '../wording/process-end.ts'
import { createAssistant } from './assembly/create-assistant.ts'
import { contractFailure } from './home/contract-failure.ts'

/** Who asked for the lock has its answer by then. */
const ANSWER_MS = 200

/** The engine's program: the assistant for the windows of one host, which starts and supervises it. */
async function main(parent: ParentPort): Promise<void> {
  emptyCoreDumps()
  // In the same turn as connecting, so that the host's first message cannot be missed.
  const keychain = process.env.CONSILIUM_KEYCHAIN === '1' ? receiveKeychain(parent) : null
  const { CONSILIUM_HOME: home, CONSILIUM_SAMPLES: samplesFolder } = process.env
  const { CONSILIUM_FONTS: fontsFolder, CONSILIUM_PACKS: packsFolder, CONSILIUM_WORDS: wordListsFile } = process.env
  if (!home || !samplesFolder || !fontsFolder || !packsFolder || !wordListsFile)
    throw new Error('The host must set CONSILIUM_HOME, _SAMPLES, _FONTS, _PACKS and _WORDS.')
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
  const fileOf = (name: string) => fileURLToPath(new URL(name + extension, import.meta.url))
  const files = { models: '../models/process', reader: '../library/reader' }
  const assistant = await createAssistant({
    home,
    samplesFolder,
    fontsFolder,
    packsFolder,
    wordListsFile,
    kernelFile: fileOf('rules/kernel/kernel-worker'),
    ocrDataFolder: process.env.CONSILIUM_OCR_DATA ?? null,
    keychain: await keychain,
    environment: process.env,
    readsOn: true,
    staysLocked: process.env.CONSILIUM_STAYS_LOCKED === '1',
    onOpened: () => void parent.post({ type: 'opened' }),
    // Nothing can be wiped out of a heap: this process ends with all it held, and a fresh one takes its place. The host knows at
    // once, so that the lock holds however this process ends.
    onLocked() {
      void parent.post({ type: 'renew' })
      setTimeout(() => void renew(), ANSWER_MS)
    },
    startProcess: (entry, { heapMb }) => {
      if (entry === 'engine') throw new Error('An engine starts no engine.')
      return forkChild(fileOf(files[entry]), { heapMb })
    },
  })
  const handler = createContractHandler(report)
  const speak = speakContract(handler, assistant)
  const socket = await listenOnSocket(home, speak)
  const windows = serveWindows(parent, speak)
  parent.onMessage((message) => {
    if ((message as { type?: unknown }).type === 'stop') void stop()
  })
  async function renew(): Promise<void> {
    windows.closeAll(ENDED_BY_LOCK)
    await stop()
  }
  async function stop(): Promise<void> {
    await socket[Symbol.asyncDispose]()
    await assistant[Symbol.asyncDispose]()
    process.exit(0)
  }
  await parent.post({ type: 'ready' })
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

/** What the user can do something about is told to the host; the rest is a crash, with its stack on standard error. */
async function refuseToStart(parent: ParentPort, error: unknown): Promise<void> {
  const failure = contractFailure(error)
  if (failure === null) throw error
  await parent.post({ type: 'refused', code: failure.code, said: failure.said, words: messageText(failure.said) })
  process.exit(1)
}

const parent = connectToParent()
await main(parent).catch((error) => refuseToStart(parent, error))
