import { refusedBySystem } from '../assistant/refused-by-system.ts'
import { errors, type ErrorCode } from '../contract/errors.ts'
import { EXIT_INTERRUPTED, EXIT_SOMETHING_WRONG, exitCode } from './exit-code.ts'
import type { Output } from './output.ts'

/** Prints one line for what went wrong and returns the exit code. Failures of the contract carry their own words. */
export function reportError(error: unknown, output: Output, signal: AbortSignal): number {
  const { code, message, data } = (error ?? {}) as { code?: unknown; message?: string; data?: unknown }
  if (code === 'INTERRUPTED') {
    output.note(message ?? '')
    return EXIT_INTERRUPTED
  }
  // At a question on the terminal, Ctrl-C is a key and no signal.
  if (signal.aborted || code === 'ABORT_ERR') {
    output.note('Interrupted. What was done is kept; run the command again to go on.')
    return EXIT_INTERRUPTED
  }
  if (typeof code === 'string' && Object.hasOwn(errors, code)) {
    output.error(code, message ?? '', data)
    return exitCode(code as ErrorCode)
  }
  if (code === 'BAD_REQUEST') {
    output.error(
      'WRONG_USE',
      `An argument is not of the right kind: ${issuesText(data)}. To see how it is used: consilium --help`,
      data,
    )
    return exitCode('WRONG_USE')
  }
  const refusal = refusedBySystem(error)
  if (refusal) {
    output.error(refusal.code, refusal.message)
    return exitCode(refusal.code)
  }
  output.error(
    'INTERNAL',
    `${message ?? String(error)} This is a fault of the program; nothing that was stored is lost.`,
  )
  return EXIT_SOMETHING_WRONG
}

function issuesText(data: unknown): string {
  const issues =
    (data as { issues?: readonly { path?: readonly unknown[]; message: string }[] } | undefined)?.issues ?? []
  return (
    issues.map(({ path, message }) => (path?.length ? `${path.join('.')}: ${message}` : message)).join('; ') ||
    'it is not said which'
  )
}
