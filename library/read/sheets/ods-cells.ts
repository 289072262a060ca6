import type { ReadLimits } from '../read-limits.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'
import type { CellBudget } from './cell-budget.ts'
import { ODS_CLOSE, ODS_OPEN, ODS_SKIPPED } from './ods-elements.ts'
import { createOdsScan, type OdsSheet } from './ods-scan.ts'
import type { OdsStyles } from './ods-styles.ts'

const OPENED = new Map(Object.entries(ODS_OPEN))
const CLOSED = new Map(Object.entries(ODS_CLOSE))

export type OdsCells = {
  readonly sheets: readonly OdsSheet[]
  readonly hasTrackedChanges: boolean
  /** False: the file ends in the middle. */
  readonly isComplete: boolean
}

/** Reads all sheets in one pass; the size that a file claims is never believed. Throws `ReadFailedError` past the limits. */
export function readOdsCells(
  content: string,
  { styles, limits, budget }: { readonly styles: OdsStyles; readonly limits: ReadLimits; readonly budget: CellBudget },
): OdsCells {
  const scan = createOdsScan(styles, budget)
  let isBody = false
  const isComplete = walkPrefixedXml(content, limits, {
    open(name, attributes) {
      if (name === 'office:body') isBody = true
      if (!isBody) return styles.open(name, attributes)
      if (name === 'table:tracked-changes') scan.hasTrackedChanges = true
      if (scan.skipped > 0 || ODS_SKIPPED.has(name)) scan.skipped += 1
      else OPENED.get(name)?.(scan, attributes)
    },
    text(text) {
      if (!isBody) styles.text(text)
      else if (scan.skipped === 0) scan.take(text.replace(/\s+/g, ' '))
    },
    close(name) {
      if (!isBody) styles.close(name)
      else if (scan.skipped > 0) scan.skipped -= 1
      else CLOSED.get(name)?.(scan)
    },
  })
  return { sheets: scan.sheets, hasTrackedChanges: scan.hasTrackedChanges, isComplete }
}
