import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import * as z from 'zod'
import { readDocument } from '../library/read/read-document.ts'
import { READ_LIMITS } from '../library/read/read-limits.ts'
import type { ReadPage } from '../library/read/read-page.ts'
import { readWhole } from '../library/read/read-source.ts'
import { type Grid, scoreTable } from './score-table.ts'

/** A table as a person reads it; a cell over several columns or rows stands in the first of them. */
const Truth = z.array(z.object({ file: z.string(), page: z.number().nullable(), rows: z.array(z.array(z.string())) }))

/**
 * `node bench/measure-tables.ts FOLDER TRUTH.json`: the share of cells that the readers put into the right row and column,
 * a line for each table and one for each format. The truth comes from outside: it was written by looking at the files.
 */
async function main([folder, truthFile]: readonly string[]): Promise<number> {
  if (folder === undefined || truthFile === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-tables.ts FOLDER TRUTH.json\n')
    return 2
  }
  const pagesOf = new Map<string, readonly ReadPage[]>()
  const totals = new Map<string, { cells: number; right: number; tables: number }>()
  for (const { file, page, rows } of Truth.parse(JSON.parse(readFileSync(truthFile, 'utf8')))) {
    const pages = pagesOf.get(file) ?? (await read(join(folder, file)))
    pagesOf.set(file, pages)
    const tables = pages.filter((one) => page === null || one.page === page).flatMap(tablesOf)
    const scores = tables.map((table) => scoreTable(rows, table))
    const best = scores.toSorted((a, b) => b.right - a.right)[0] ?? scoreTable(rows, [])
    process.stdout.write(`${JSON.stringify({ file, page, ...best, share: share(best) })}\n`)
    for (const name of [extname(file).slice(1), 'all']) {
      const total = totals.get(name) ?? { cells: 0, right: 0, tables: 0 }
      totals.set(name, { cells: total.cells + best.cells, right: total.right + best.right, tables: total.tables + 1 })
    }
  }
  for (const [format, total] of totals)
    process.stdout.write(`${JSON.stringify({ bench: 'tables', format, ...total, share: share(total) })}\n`)
  return 0
}

async function read(path: string): Promise<readonly ReadPage[]> {
  const never = new AbortController().signal
  const { pages } = await readWhole(readDocument(readFileSync(path), { name: basename(path) }, READ_LIMITS, never))
  return pages
}

function tablesOf({ text, blocks }: ReadPage): readonly Grid[] {
  return blocks
    .filter(({ kind }) => kind === 'table')
    .map(({ start, end }) =>
      text
        .slice(start, end)
        .split('\n')
        .map((row) => row.split('\t')),
    )
}

function share({ right, cells }: { readonly right: number; readonly cells: number }): number {
  return Math.round((1000 * right) / Math.max(1, cells)) / 1000
}

process.exitCode = await main(process.argv.slice(2))
