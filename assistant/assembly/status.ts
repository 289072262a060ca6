import { measuredStrategies, usualStrategy } from '../answers/strategy-choice.ts'
import type { ProcessName, Status } from '../../contract/application.ts'
import type { Assistant } from './assistant.ts'
import { processMemory } from '../home/processes.ts'
import { VERSION } from '../home/version.ts'
import { chosenModel } from '../models/model-for.ts'

const NAMES: readonly ProcessName[] = ['language', 'embedding', 'reader']

export async function readStatus({ session, processes, shelf }: Assistant): Promise<Status> {
  return {
    version: VERSION,
    home: session.home.folder,
    lock: session.lockState,
    keyMode: session.keyMode,
    hasRecoveryKey: session.hasRecoveryKey,
    processes: await Promise.all(
      NAMES.map(async (name) => {
        const { state, reason, pid } = processes[name]
        const memory = await processMemory(pid)
        return { process: name, state, reason, memoryBytes: memory?.residentBytes ?? null }
      }),
    ),
    languageModel: session.lockState === 'open' ? await languageModel() : null,
  }

  async function languageModel(): Promise<Status['languageModel']> {
    const { settings } = session.store().app
    // The window opens also where the file of the chosen model is gone, so that another can be chosen.
    const { model } = await chosenModel({ shelf, session })
    if (!model) return null
    const { id, sha256 } = model.info
    const known = { id, strategies: measuredStrategies(settings, sha256), usualStrategy: usualStrategy(model.info) }
    const { state } = processes.language
    if (state === 'starting' || state === 'restarting') return { ...known, state: 'loading' }
    return { ...known, state: state === 'ready' ? 'ready' : 'unloaded' }
  }
}
