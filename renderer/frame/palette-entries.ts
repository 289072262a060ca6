import type { DocumentRow } from '../../contract/document.ts'
import type { Matter } from '../../contract/matter.ts'
import type { SheetGoal } from '../../contract/sheet.ts'
import { sheetPlace } from '../sheets/use-sheet-work.ts'
import { entranceOf, type Place } from '../state/place.ts'
import { PLACES } from './place-list.ts'

export type PaletteEntry = {
  readonly key: string
  readonly word: string
  readonly kind: 'place' | 'matter' | 'document' | 'case sheet'
  readonly to: Partial<Place>
  /** A document to be opened there. */
  readonly document?: string
}

const AT_MOST = 12

/** What the words find, places first; every word must occur in the entry. */
export function findEntries(entries: readonly PaletteEntry[], words: string): readonly PaletteEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ word }) => wanted.every((part) => word.toLowerCase().includes(part))).slice(0, AT_MOST)
}

export function paletteEntries(
  matter: Matter | null,
  matters: readonly Matter[],
  documents: readonly DocumentRow[],
  goals: readonly SheetGoal[],
): readonly PaletteEntry[] {
  const places = PLACES.filter(({ needsMatter }) => matter || !needsMatter).map(
    ({ name, word }): PaletteEntry => ({ key: name, word, kind: 'place', to: entranceOf(name) }),
  )
  const home: PaletteEntry = { key: 'matters', word: 'All matters', kind: 'place', to: { name: 'matters' } }
  const others = matters.map(
    ({ id, matter: word }): PaletteEntry => ({
      key: id,
      word,
      kind: 'matter',
      to: { name: 'ask', matter: id, answer: null },
    }),
  )
  const files = documents.map(
    ({ documentId, document }): PaletteEntry => ({
      key: documentId,
      word: document,
      kind: 'document',
      to: { name: 'library', libraryTab: 'documents' },
      document: documentId,
    }),
  )
  const sheets = goals.map(
    ({ goal, pack, title }): PaletteEntry => ({
      key: `${pack}/${goal}`,
      word: title,
      kind: 'case sheet',
      to: sheetPlace(matter?.id ?? '', goal),
    }),
  )
  return [...places, home, ...others, ...files, ...sheets]
}
