import { MONTH } from '../../text/months.ts'
import type { SplitPage } from '../split/passage.ts'
import { PAGE_BREAK } from '../split/passage.ts'
import { type TextUnit, textUnits } from '../split/text-units.ts'
import { GAP, kindOf, labelKey, NUMBER, PART_NUMBER, WORDS } from './label.ts'

/** A part of a document that others may refer to, in offsets of the whole text. */
export type Target = {
  readonly key: string
  readonly start: number
  readonly end: number
  /** The part that it lies in (a schedule, an annex), where numbers begin anew; empty in the body. */
  readonly scope: string
}

const NAMED = new RegExp(`^(?:${WORDS})${GAP}(?<at>${PART_NUMBER})(?=$|[\\s.:,;)\\u2013\\u2014-])`, 'iu')
const NUMBERED = new RegExp(`^(?<at>${NUMBER})[.)]?(?=\\s)`, 'u')
const ITEM = /^\((?<item>[a-z]{1,5}|\d{1,2})\)(?=\s)/u
const SCOPES = new Set(['schedule', 'annex', 'appendix', 'exhibit'])
/** Amounts and dates begin lines as well: "12 March", "5 %". */
const AMOUNT = /^\d+(?:\.\d+)?\s*(?:%|€|\$|£|[a-z]{1,3}\b)/
const DAY = new RegExp(`^\\d+\\.?\\s*${MONTH}`, 'iu')

/** A line of a table of contents leads to the part; it is not the part. */
const IN_CONTENTS = /(?:\.{4,}|(?:\s\.){4,}|\t)\s*\d+\s*$/

type Walk = { scope: string; number: string; readonly items: { readonly name: string; readonly isRoman: boolean }[] }

/** The numbered parts of a document in order, found by how headings, paragraphs and list items begin. */
export function findTargets(pages: readonly SplitPage[]): readonly Target[] {
  const targets: Target[] = []
  const walk: Walk = { scope: '', number: '', items: [] }
  let offset = 0
  for (const page of pages) {
    for (const unit of textUnits(page)) {
      const key = keyOf(page.text.slice(unit.start, unit.end), unit, walk)
      if (key) targets.push({ key, start: offset + unit.start, end: offset + unit.end, scope: walk.scope })
    }
    offset += page.text.length + PAGE_BREAK.length
  }
  return targets
}

function keyOf(text: string, unit: TextUnit, walk: Walk): string | null {
  if (unit.row !== null || IN_CONTENTS.test(text)) return null
  const clean = text.replace(/^[#*\s]+/, '')
  return namedKey(clean, unit, walk) ?? numberedKey(clean, walk) ?? itemKey(clean, walk)
}

function namedKey(text: string, unit: TextUnit, walk: Walk): string | null {
  const named = NAMED.exec(text)
  if (!named?.groups || !isLabel(text, unit, named[0])) return null
  return enterNamed(kindOf(named.groups), named.groups.at ?? '', walk)
}

function numberedKey(text: string, walk: Walk): string | null {
  const number = AMOUNT.test(text) || DAY.test(text) ? undefined : NUMBERED.exec(text)?.groups?.at
  if (number === undefined) return null
  walk.number = number
  walk.items.length = 0
  return labelKey({ kind: 'number', number })
}

function itemKey(text: string, walk: Walk): string | null {
  const item = ITEM.exec(text)?.groups?.item
  return item === undefined || walk.number === '' ? null : enterItem(item, walk)
}

/** "Schedule 2" is a label at the head of a line; "Section 4 applies to the tenant" is a sentence. */
function isLabel(text: string, unit: TextUnit, label: string): boolean {
  if (unit.headingLevel !== null) return true
  const rest = text.slice(label.length)
  return /^\s*(?:$|[.:\u2013\u2014-])/.test(rest) || (/^\s+\p{Lu}/u.test(rest) && text.length < 120)
}

function enterNamed(kind: string, number: string, walk: Walk): string {
  const key = labelKey({ kind, number })
  if (SCOPES.has(kind)) walk.scope = key
  if (kind === 'number' || kind === 'article') walk.number = number
  walk.items.length = 0
  return key
}

/** "(b)" below "4.2" is "4.2(b)"; "(ii)" below that is "4.2(b)(ii)". */
function enterItem(item: string, walk: Walk): string {
  const isRoman = /^[ivx]+$/.test(item) && !follows(item, walk.items.find(({ isRoman: roman }) => !roman)?.name)
  const before = walk.items.findIndex((one) => one.isRoman === isRoman)
  if (before >= 0) walk.items.length = before
  walk.items.push({ name: item, isRoman })
  return labelKey({ kind: 'number', number: `${walk.number}${walk.items.map(({ name }) => `(${name})`).join('')}` })
}

/** Whether "i" comes after "h" and is a letter, no roman one. */
function follows(item: string, before: string | undefined): boolean {
  return before?.length === 1 && item.length === 1 && item.charCodeAt(0) === before.charCodeAt(0) + 1
}
