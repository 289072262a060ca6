import type { IncomingMessage } from 'node:http'
import { CloudFailure } from './cloud-failure.ts'
import { stopped } from './post-once.ts'

export type ReplyLimits = {
  /** Between two pieces of the reply. */
  readonly gapMs: number
  /** For the whole reply, from its beginning. */
  readonly totalMs: number
  readonly replyBytes: number
}

/** The bytes of a reply as they come, within limits of size and time. Throws `CloudFailure`; the connection is closed at the end. */
export async function* limitedReply(
  response: IncomingMessage,
  host: string,
  limits: ReplyLimits,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const ended: { failure: CloudFailure | null } = { failure: null }
  const end = (failure: CloudFailure) => {
    ended.failure ??= failure
    response.destroy(failure)
  }
  const stop = () => end(stopped(true))
  const tooSlow = (ms: number, words: string) =>
    setTimeout(() => end(broken('timeout', `${host} ${words} ${ms / 1000} s.`)), ms)
  signal.addEventListener('abort', stop, { once: true })
  const total = tooSlow(limits.totalMs, 'did not finish its answer within')
  const gap = tooSlow(limits.gapMs, 'stopped in the middle of its answer for')
  let received = 0
  try {
    if (signal.aborted) stop()
    for await (const chunk of response as AsyncIterable<Buffer>) {
      gap.refresh()
      received += chunk.length
      if (received > limits.replyBytes) throw broken('too-large', tooLarge(host, limits.replyBytes))
      yield chunk
    }
  } catch (error) {
    if (error instanceof CloudFailure) throw error
    throw ended.failure ?? broken('cut', `The connection to ${host} broke off in the middle of its answer.`, error)
  } finally {
    clearTimeout(total)
    clearTimeout(gap)
    signal.removeEventListener('abort', stop)
    response.destroy()
  }
}

function tooLarge(host: string, bytes: number): string {
  return `${host} sent more than ${Math.round(bytes / 2 ** 20)} MB, which no opinion needs. The rest was not read.`
}

function broken(kind: 'timeout' | 'too-large' | 'cut', message: string, cause?: unknown): CloudFailure {
  return new CloudFailure(message, { kind, mayHaveArrived: true }, { cause })
}
