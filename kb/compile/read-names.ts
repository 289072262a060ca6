import type { NameType } from '../program/vocabulary.ts'
import { readEntries, readText, wrongShape } from './read-fields.ts'
import { isWord, refuseWord } from './word.ts'
import type { Report } from './report.ts'
import type { Entry, Tree } from './yaml-tree.ts'

export type NameTypeSource = { readonly type: NameType; readonly key: Entry['key'] }

const LONGEST_NAME = 200

/** `patient: open`, `sex: [female, male]`, `condition: {af: atrial fibrillation}`. Every type says which names it has. */
export function readNames(tree: Tree | null, report: Report): readonly NameTypeSource[] {
  return readEntries(tree, '"names"', report).flatMap(({ key, value }) => {
    if (!isWord(key.text) || key.text === 'number' || key.text === 'date') {
      refuseWord(key, 'the name of a type', report)
      return []
    }
    return [{ type: readType(key.text, value, report), key }]
  })
}

function readType(name: string, value: Tree, report: Report): NameType {
  const labels = new Map<string, string>()
  const add = (entryName: Tree, label: string): void => {
    if (entryName.kind !== 'text') return
    const text = entryName.text.normalize('NFC')
    if (text.trim() !== text || text === '' || text.length > LONGEST_NAME)
      report(entryName.place, {
        code: 'WRONG_SHAPE',
        message: 'A name that is empty, too long or begins or ends with a space.',
        fix: 'Write a short name.',
      })
    else if (labels.has(text))
      report(entryName.place, { code: 'DUPLICATE', message: `"${text}" stands here twice.`, fix: 'Keep one of them.' })
    else labels.set(text, label)
  }
  if (value.kind === 'text' && value.text === 'open') return { name, open: true, labels }
  if (value.kind === 'list') {
    for (const item of value.items) {
      const text = readText(item, 'A name', report)
      if (text) add(text, text.text.replaceAll('_', ' '))
    }
  } else if (value.kind === 'map') {
    for (const entry of value.entries.values()) {
      const label =
        entry.value.kind === 'nothing' ? null : readText(entry.value, `The label of "${entry.key.text}"`, report)
      add(entry.key, label?.text ?? entry.key.text.replaceAll('_', ' '))
    }
  } else {
    wrongShape(
      value.place,
      `The type "${name}"`,
      'open (any name), a list of its names, or a map from name to label',
      report,
    )
    return { name, open: true, labels }
  }
  if ((value.kind === 'list' ? value.items.length : value.entries.size) === 0)
    report(value.place, {
      code: 'MISSING_KEY',
      message: `The type "${name}" has no names.`,
      fix: 'List them, or write open if any name may be used.',
    })
  return { name, open: false, labels }
}
