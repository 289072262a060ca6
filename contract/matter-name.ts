import * as z from 'zod'
import { isPlainName } from './visible-controls.ts'

export const LONGEST_NAME = 120

/** In one line: a line break in a name would stand as a row of its own. */
export const MatterName = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_NAME)
  // The engine says it, as it does of everything that the contract refuses.
  // oxlint-disable-next-line consilium/no-bare-text
  .refine(isPlainName, 'Expected a name without line breaks and control characters.')

/** Names with the same key count as the same: upper and lower case are, in every script. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** The name itself, or "Name (2)" and so on where it is taken, shortened so that it stays one that a matter may have. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name
  for (let number = 2; isTaken(free); number += 1) free = fitName(name, ` (${number})`)
  return free
}

/** A name with an ending, no longer than it may be; no character is cut in two. */
export function fitName(name: string, ending = ''): string {
  const room = LONGEST_NAME - ending.length
  let fitting = ''
  for (const character of name) {
    if (fitting.length + character.length > room) break
    fitting += character
  }
  return fitting.trimEnd() + ending
}
