import { isSameValue, statementOf, type Statement } from '../../../checks/claim-statement.ts'

/** A value beside a name: the first column names what the row is about. */
const COLUMNS_OF_PAIRS = 2
const NOT_FILLED_IN = /^[\s–—-]*$/
/** "5.9 H" and "40 mg" are what a row says, and no name of a column. */
const FIGURE = /^[<>≤≥~±]?\s*\p{N}/u
const YEAR = /^\p{N}{4}$/u

/**
 * A row of a table with the name of each column beside its cell, for of cells alone nobody can see what they are: "Potassium · 5 June: 5.4 ·
 * Unit: mmol/L". Where the question names one column by its day ("on 5 June"), the other days are left out. Null where the head names no
 * columns, or not these.
 */
export function rowInWords(row: string, head: string, question: string): string | null {
  const cells = cellsOf(row)
  const names = cellsOf(head)
  const isHeaded = cells.length === names.length && row.trim() !== head.trim() && isHead(names, cells, head)
  const columns = names.flatMap((name, at) => (at > 0 && name ? { name, cell: cells[at] ?? '', ...daysOf(name) } : []))
  // Only a Markdown table surely has a head; else "Date, 25 March 2021" is a row like the others.
  const isOfColumn = isHeaded && head.trim().startsWith('|') && columns.some(({ days }) => days.length > 0)
  const [first = ''] = cells
  if (cells.length === COLUMNS_OF_PAIRS && !isOfColumn) return pairInWords(cells)
  if (!isHeaded || cells.length < COLUMNS_OF_PAIRS) return null
  const days = daysOf(question)
  const asked = columns.filter((column) => isAsked(column, days))
  const others = columns.filter((one) => !asked.includes(one) && (asked.length === 0 || one.days.length === 0))
  const told = [...asked, ...others.filter(({ cell }) => !NOT_FILLED_IN.test(cell))]
  return [first, ...told.map(({ name, cell }) => `${name}: ${cell}`)].filter(Boolean).join(' · ')
}

function pairInWords([name = '', value = '']: readonly string[]): string | null {
  return name && value ? `${name.replace(/:$/, '')}: ${value}` : null
}

/** The cells of a row of a table, in Markdown or with tabs between them. */
export function cellsOf(line: string): readonly string[] {
  const inner = line.trim().startsWith('|') ? line.trim().slice(1).replace(/\|$/, '').split('|') : line.split('\t')
  return inner.map((cell) =>
    cell
      .replace(/\*\*|__/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

/**
 * Only a Markdown table surely has a head. The first row of another one is its head where it names columns in capitals and the row has a
 * figure, or nothing, below one of them: "Bisoprolol, continued, stable" names none.
 */
function isHead(names: readonly string[], cells: readonly string[], head: string): boolean {
  if (!names.slice(1).every(namesColumn)) return false
  if (head.trim().startsWith('|')) return true
  const isWritten = names.every((name) => name === '' || !/^\p{Ll}/u.test(name))
  const isBelow = (cell: string) => FIGURE.test(cell) || /^[–—-]+$/.test(cell)
  return isWritten && cells.slice(1).some(isBelow)
}

function namesColumn(cell: string): boolean {
  return !FIGURE.test(cell) || YEAR.test(cell) || daysOf(cell).days.length > 0
}

type Days = { readonly said: Statement; readonly days: Statement['values'] }

function daysOf(text: string): Days {
  const said = statementOf(text)
  return { said, days: said.values.filter(({ kind }) => kind === 'date') }
}

/** Of two days what lies between them is asked for too. */
function isAsked({ said, days }: Days, question: Days): boolean {
  const [day, ...more] = question.days
  return day !== undefined && more.length === 0 && days.some((one) => isSameValue(day, question.said, one, said))
}
