import { implement, type ImplementerInternalWithMiddlewares, ORPCError } from '@orpc/server'
import { contract } from '../../contract/index.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { contractFailure } from '../home/contract-failure.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { callLanguage, inLanguage, steppedIn } from './language-of-call.ts'

export type WithAssistant = {
  assistant: Assistant
  /** That of the window that asks, as `Intl` names it; the command line sends none, and is answered in English. */
  language?: string | undefined
}

/** Named, because written out it is longer than the compiler writes into a declaration (TS7056). */
type Api = ImplementerInternalWithMiddlewares<typeof contract, WithAssistant, WithAssistant>

const implemented = implement(contract)
  .$context<WithAssistant>()
  .use(async ({ next, context }) => {
    const language = await callLanguage(context.language)
    const result = await inLanguage(language, next)
    return { ...result, output: steppedIn(language, result.output) }
  })
  .use(async ({ next, context }) => {
    using _call = context.assistant.activity.begin()
    try {
      return await next()
    } catch (error) {
      throw toContractError(error)
    }
  })

/**
 * The contract, to be implemented with an assistant at hand. A `Failure` reaches the user interface with its
 * code and what it says, whatever folder threw it.
 */
export const api: Api = implemented

/** For streams, whose failures come after the handler has returned; one that is read counts as a call under way. */
export async function* guarded<T>(
  { activity }: Assistant,
  events: AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  using _call = activity.begin()
  try {
    yield* events
  } catch (error) {
    throw toContractError(error)
  }
}

/** In-process calls may come without a signal; what they start then cannot be aborted. */
export function signalOr(signal: AbortSignal | undefined): AbortSignal {
  return signal ?? new AbortController().signal
}

function toContractError(error: unknown): unknown {
  if (error instanceof ORPCError) return error
  const failure = contractFailure(error)
  if (failure === null) return error
  const { code, message, said, tellsAll } = failure
  return new ORPCError(code, { message, data: { said, tellsAll }, cause: error })
}

/** A call about a matter while it goes on. */
export type MatterCall = {
  readonly matter: OpenMatter
  /** Ends it where it is; what it made is kept. */
  readonly stop: AbortController
  /** Aborted by `stop`, by who called, when nobody reads on, and when the matter is about to close. */
  readonly ended: AbortSignal
}

/** The events of a call that takes long, about a matter by its name or id, which stays open until the call has ended. */
export async function* inMatter<T>(
  { matters }: Assistant,
  nameOrId: string,
  signal: AbortSignal | undefined,
  work: (call: MatterCall) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const matter = await matters.open(nameOrId)
  using _user = matter.users.enter()
  const stop = new AbortController()
  const ended = AbortSignal.any([stop.signal, matter.closing, ...(signal ? [signal] : [])])
  yield* finishedByItself(work({ matter, stop, ended }), stop)
}

/**
 * The same events; when nobody reads on, as when a window is closed, `stop` is aborted and the rest is waited for. Ending a
 * generator in the middle would leave a question without its answer and without its entry in the ledger.
 */
async function* finishedByItself<T>(
  events: AsyncGenerator<T, void, void>,
  stop: AbortController,
): AsyncGenerator<T, void, void> {
  let next = await events.next()
  try {
    for (; !next.done; next = await events.next()) yield next.value
  } finally {
    if (!next.done) stop.abort(new Error('nobody listens any more'))
    while (!next.done) next = await events.next()
  }
}
