import type { Editing } from './changed-words.ts'
import { changeProperties } from './paragraph-properties.ts'
import { HOLDS_RUNS, RANK } from './run-places.ts'
import { childOf, elementsOf, filled, isOneTag, type XmlElement } from './xml-tree.ts'

/** The runs of a paragraph, and what it has in place of some: formulas. */
const RUN_LIKE: ReadonlySet<string> = new Set(['w:r', 'm:oMath', 'm:oMathPara'])

/** Marks all words of a paragraph as deleted; its end is another matter. */
export function removeWords({ marks, revisions }: Editing, paragraph: XmlElement): void {
  for (const run of runsIn(paragraph)) {
    const edge = { run: null, text: null }
    marks.remove({ at: run.start, ...edge }, { at: run.end, ...edge }, revisions.tag('del'))
  }
}

/** Puts runs behind all others of a paragraph. */
export function putAtEnd({ marks }: Pick<Editing, 'marks'>, paragraph: XmlElement, runs: string): void {
  marks.put({ at: paragraph.closeStart, run: null, text: null }, runs, RANK.insertion)
}

export function* runsIn(holder: XmlElement): Generator<XmlElement, void, void> {
  for (const child of holder.children) {
    if (RUN_LIKE.has(child.name)) yield child
    else if (HOLDS_RUNS.has(child.name)) yield* runsIn(child)
  }
}

/** Marks a row with all that it holds as deleted. */
export function removeRow(editing: Editing, row: XmlElement): void {
  const { part, revisions } = editing
  const { prefix: w } = revisions
  const properties = childOf(row, 'w:trPr')
  const mark = revisions.tag('del', true)
  if (!properties) part.edits.insert(childOf(row, 'w:tblPrEx')?.end ?? row.openEnd, `<${w}trPr>${mark}</${w}trPr>`)
  else if (isOneTag(properties))
    part.edits.replace(properties.start, properties.end, filled(part.xml, properties, mark))
  else part.edits.insert(childOf(properties, 'w:trPrChange')?.start ?? properties.closeStart, mark)
  for (const paragraph of elementsOf(row, 'w:p')) {
    removeWords(editing, paragraph)
    changeProperties(part, paragraph, { end: 'del' }, revisions)
  }
}
