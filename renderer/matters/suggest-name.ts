import { fitName, freeName, nameKey } from '../../contract/matter-name.ts'
import { visibleControls } from '../../contract/visible-controls.ts'
import type { PickedFile } from '../library/collect-files.ts'

const ENDING = /(?<=.)\.[a-z0-9]{1,5}$/i

/** What a matter with these files could be named: after the folder of the first of them, else after that file. */
export function suggestName([first]: readonly PickedFile[], taken: readonly string[]): string {
  if (!first) return ''
  const [top = '', ...below] = first.path.split('/')
  const isFolder = first.isFolder || below.length > 0
  const name = isFolder ? top : top.replace(ENDING, '')
  const keys = new Set(taken.map(nameKey))
  return freeName(fitName(visibleControls(name.toWellFormed()).trim()), (one) => keys.has(nameKey(one)))
}
