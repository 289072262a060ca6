import { message } from '../../../wording/message.ts'
import type { NameType, NameTypeWords } from '../../program/vocabulary.ts'
import { isWord, keyNamed, readEntries, readText, refuseWord, wrongShape } from './read-fields.ts'
import type { Report } from './problem.ts'
import type { Entry, TextTree, Tree } from './yaml-tree.ts'

export type NameTypeSource = { readonly type: NameType; readonly key: TextTree }

const LONGEST_NAME = 200

/** `patient: open`, `sex: [female, male]`, `condition: {af: atrial fibrillation}`. Every type says which names it has. */
export function readNames(tree: Tree | null, report: Report): readonly NameTypeSource[] {
  return readEntries(tree, keyNamed('names'), report).flatMap(({ key, value }) => {
    if (!isWord(key.text) || key.text === 'number' || key.text === 'date') {
      refuseWord(key, message('gate.nameOf.type'), report)
      return []
    }
    return [{ type: readType(key.text, value, report), key }]
  })
}

function readType(name: string, value: Tree, report: Report): NameType {
  const labels = new Map<string, string>()
  const said = wordsOfType(name)
  if (value.kind === 'text' && value.text === 'open') return { name, open: true, labels, said }
  if (value.kind !== 'list' && value.kind !== 'map') {
    wrongShape(value.place, message('gate.what.type', { name }), message('gate.expected.names'), report)
    return { name, open: true, labels, said }
  }
  const entries = value.kind === 'list' ? listed(value.items, report) : labelled([...value.entries.values()], report)
  for (const { key, label } of entries) addName(labels, key, label ?? key.text.replaceAll('_', ' '), report)
  if ((value.kind === 'list' ? value.items.length : value.entries.size) === 0)
    report(value.place, {
      code: 'MISSING_KEY',
      message: message('gate.fields.noNames', { name }),
      fix: message('gate.fields.listOrOpen'),
    })
  return { name, open: false, labels, said }
}

/** In the language of packs; others translate each of them whole. */
export function wordsOfType(type: string): NameTypeWords {
  const name = type.replaceAll('_', ' ')
  return { the: `the ${name}`, any: `any ${name}`, no: `no ${name}`, another: `another ${name} that is not recorded` }
}

type Labelled = { readonly key: TextTree; readonly label: string | null }

function listed(items: readonly Tree[], report: Report): readonly Labelled[] {
  return items.flatMap((item) => {
    const key = readText(item.kind === 'nothing' ? null : item, message('gate.what.name'), report)
    return key ? [{ key, label: null }] : []
  })
}

function labelled(entries: readonly Entry[], report: Report): readonly Labelled[] {
  return entries.map(({ key, value }) => {
    const label =
      value.kind === 'nothing' ? null : readText(value, message('gate.what.label', { name: key.text }), report)
    return { key, label: label?.text ?? null }
  })
}

function addName(labels: Map<string, string>, key: TextTree, label: string, report: Report): void {
  const name = key.text.normalize('NFC')
  if (name.trim() !== name || name === '' || name.length > LONGEST_NAME || /\p{C}/u.test(name))
    report(key.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.fields.badName'),
      fix: message('gate.facts.shortName'),
    })
  else if (labels.has(name))
    report(key.place, { code: 'DUPLICATE', message: message('gate.twice', { name }), fix: message('gate.keepOne') })
  else labels.set(name, label)
}
