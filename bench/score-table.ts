export type Grid = readonly (readonly string[])[]

export type TableScore = { readonly cells: number; readonly right: number }

/**
 * How many of the cells that hold something stand in the right row and column. Rows and columns of the table as read may be
 * more than there are (an empty column, a line above), but must keep their order; a cell whose text differs is wrong.
 */
export function scoreTable(truth: Grid, read: Grid): TableScore {
  const cells = truth.flat().filter((cell) => plain(cell) !== '').length
  const wanted = truth.map((row) => row.map(plain))
  const found = read.map((row) => row.map(plain))
  const width = Math.max(...wanted.map((row) => row.length))
  const foundWidth = Math.max(0, ...found.map((row) => row.length))
  const likeColumns = inOrder(width, foundWidth, (column, other) =>
    wanted.reduce((sum, row) => sum + Number(!!row[column] && found.some((line) => line[other] === row[column])), 0),
  )
  const likeRows = inOrder(wanted.length, found.length, (row, other) =>
    likeColumns.reduce((sum, [from, to]) => sum + same(wanted[row]![from], found[other]![to]), 0),
  )
  const right = likeRows.reduce(
    (sum, [row, other]) =>
      sum + likeColumns.reduce((line, [from, to]) => line + same(wanted[row]![from], found[other]![to]), 0),
    0,
  )
  return { cells, right }
}

function same(one: string | undefined, other: string | undefined): number {
  return one !== undefined && one !== '' && one === other ? 1 : 0
}

/** Letters and digits as they are read; spaces, kinds of quotes and signs without a letter say nothing of rows and columns. */
function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[\s\p{Cc}\p{Co}]+/gu, '')
}

/** The pairs that are worth most together, both sides in order. */
function inOrder(
  length: number,
  otherLength: number,
  worth: (one: number, other: number) => number,
): readonly (readonly [number, number])[] {
  const best: number[][] = Array.from({ length: length + 1 }, () => Array.from({ length: otherLength + 1 }, () => 0))
  for (let one = length - 1; one >= 0; one -= 1)
    for (let other = otherLength - 1; other >= 0; other -= 1)
      best[one]![other] = Math.max(
        best[one + 1]![other]!,
        best[one]![other + 1]!,
        best[one + 1]![other + 1]! + worth(one, other),
      )
  const pairs: [number, number][] = []
  for (let one = 0, other = 0; one < length && other < otherLength; ) {
    if (best[one]![other] === best[one + 1]![other]) one += 1
    else if (best[one]![other] === best[one]![other + 1]) other += 1
    else pairs.push([one++, other++])
  }
  return pairs
}
