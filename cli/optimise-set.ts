import type { AssistantClient } from '../contract/index.ts'
import type { Optimisation, OptimiseSettings } from '../contract/optimisation.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG } from './exit-code.ts'
import type { Output } from './output.ts'
import { progressBar } from './progress-bar.ts'
import { setNamed } from './set-named.ts'
import { showChoice, showTried } from './show-optimisation.ts'
import { interrupted, notFound } from './usage-error.ts'

export type OptimiseOptions = {
  readonly folder: string | null
  /** By its name or id. */
  readonly set: string | null
  readonly matter: string | null
  readonly settings: OptimiseSettings
  readonly report: string | null
  readonly resume: boolean
  /** Uses what was found also where it was not shown to be better. */
  readonly keep: boolean
}

const LOOKED_EVERY_MS = 300

/** Looks for better settings on a question set and waits for the end; gives the exit code. Stopped, it keeps what it has. */
export async function optimiseSet(
  { set: name, matter: wanted, keep, ...options }: OptimiseOptions,
  assistant: AssistantClient,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const found = name === null ? null : await setNamed(assistant, wanted, name)
  const matter = found?.matter ?? null
  const { optimisation } = await assistant.optimisation.start({ ...options, set: found?.set ?? null, matter })
  const ended = await waitFor(assistant, { matter, optimisation }, output, signal)
  if (signal.aborted) throw interrupted(interruptedWords(ended))
  if (keep && ended.state === 'done') await assistant.optimisation.keep({ matter, optimisation })
  showChoice(await find(assistant, { matter, optimisation }), output)
  return ended.state === 'done' ? EXIT_DONE : EXIT_SOMETHING_WRONG
}

function interruptedWords({ done, tried, result }: Optimisation): string {
  const kept = result === null ? `${done} answers with ${tried.length} settings are kept` : `${done} answers are kept`
  const stands = result === null ? '' : ', and what was found before stands until then'
  return `Interrupted. ${kept}; the same command goes on${stands}.`
}

type Which = { readonly matter: string | null; readonly optimisation: string }

async function waitFor(
  assistant: AssistantClient,
  which: Which,
  output: Output,
  signal: AbortSignal,
): Promise<Optimisation> {
  let shown = 0
  let best = Number.NEGATIVE_INFINITY
  for (;;) {
    const found = await find(assistant, which)
    // Those of an earlier search stand until this one has come to its end.
    const isOfEarlier = found.result !== null && found.state !== 'done'
    for (const one of isOfEarlier ? [] : found.tried.slice(shown)) {
      shown += 1
      best = Math.max(best, one.score)
      showTried(one, { number: shown, best }, output)
    }
    if (found.state !== 'running' && found.state !== 'waiting') return found
    if (signal.aborted) await assistant.optimisation.stop(which)
    else output.progress(progressOf(found))
    await new Promise((resolve) => setTimeout(resolve, LOOKED_EVERY_MS))
  }
}

function progressOf({ done, of, leftMs, tried, settings, stage, result }: Optimisation): string {
  const bar = progressBar(done / Math.max(1, of), leftMs === null ? null : leftMs / 1000)
  const far = result === null ? `${tried.length} of ${settings.evaluations} settings, ` : ''
  return `${bar}  ${far}${stage ?? 'waiting'}`
}

async function find(assistant: AssistantClient, { matter, optimisation }: Which): Promise<Optimisation> {
  const found = (await assistant.optimisation.list({ matter })).find((one) => one.optimisation === optimisation)
  if (!found) throw notFound('The matter was deleted meanwhile.')
  return found
}
