import { message, type Message, verbatim } from './message.ts'

/** It ended on purpose, because the home was locked, and another took its place. */
// oxlint-disable-next-line consilium/no-bare-text -- it is compared, not shown
export const ENDED_BY_LOCK = 'it was locked'

/** The program that serves the window has ended, or is out of reach: nobody is left to say why, or to start an engine again. */
// oxlint-disable-next-line consilium/no-bare-text -- it is compared, not shown
export const NO_ANSWER = 'no answer'

/** How `processes/child.ts`, the supervisor and Electron put why a process ended, in a line short enough for the end of a socket. */
const ENDS: readonly (readonly [RegExp, Message])[] = [
  [/^out of memory/, message('failures.process.ends.memory')],
  [/^killed (from outside|by SIG(KILL|TERM|INT|HUP|QUIT)$)/, message('failures.process.ends.killed')],
  // A signal of another kind, such as SIGSEGV, is what a fault of its own ends in.
  [/^(exit code|crashed|killed)/, message('failures.process.ends.crashed')],
  [/^could not be started/, message('failures.process.ends.notStarted')],
  [/^unresponsive$/, message('failures.process.ends.unresponsive')],
  [new RegExp(`^${ENDED_BY_LOCK}$`), message('failures.process.ends.locked')],
]

/** Why a process ended, for people: `killed by SIGKILL` is the system or another program. What is not known here is said as it is. */
export function processEnd(reason: string): Message {
  return ENDS.find(([pattern]) => pattern.test(reason))?.[1] ?? verbatim(reason)
}

const OWN_FAULTS: readonly string[] = ['failures.process.ends.crashed', 'failures.process.ends.unresponsive']

/** Whether a process ended by what it ran: not for want of memory, not killed from outside, and not on purpose. */
export function isOwnFault(reason: string): boolean {
  return OWN_FAULTS.includes(processEnd(reason).key)
}

/** Whether this is the end of a process, and not one on purpose: neither a lock nor a line that is down, as while the computer sleeps. */
export function hasEndedByItself(reason: string): boolean {
  return reason !== ENDED_BY_LOCK && ENDS.some(([pattern]) => pattern.test(reason))
}

const NAMED = ['engine', 'language', 'embedding', 'reader'] as const

/** What a process is to people: the process `reader` is the reading of documents. */
export function processName(name: string): Message {
  const known = NAMED.find((one) => one === name)
  return known === undefined ? verbatim(name) : message(`failures.process.names.${known}`)
}
