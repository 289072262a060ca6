import { visibleControls } from '../../contract/visible-controls.ts'
import type { PickedFile } from '../library/collect-files.ts'

/** The longest name that a matter may have. */
export const LONGEST_NAME = 120
const ENDING = /(?<=.)\.[a-z0-9]{1,5}$/i

/**
 * What a matter with these files could be named: after the folder of the first of them, else after that file. A name that is
 * taken gets a number, as the store gives it to an imported matter.
 */
export function suggestName([first]: readonly PickedFile[], taken: readonly string[]): string {
  if (!first) return ''
  const [top = '', ...below] = first.path.split('/')
  const isFolder = first.isFolder || below.length > 0
  const name = fit(isFolder ? top : top.replace(ENDING, ''), '')
  const keys = new Set(taken.map(keyOf))
  let free = name
  for (let number = 2; name && keys.has(keyOf(free)); number += 1) free = fit(name, ` (${number})`)
  return free
}

/** In one line, and no longer than a name may be. */
function fit(name: string, end: string): string {
  const room = LONGEST_NAME - end.length
  let line = ''
  for (const character of visibleControls(name.toWellFormed()).trim()) {
    if (line.length + character.length > room) break
    line += character
  }
  return line.trimEnd() + end
}

/** Names that differ in upper and lower case only are the same to the store. */
function keyOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
