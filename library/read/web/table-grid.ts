/** Where the cells of a table of marked-up text stand, with cells that reach over columns and rows. */
export interface TableGrid {
  startRow(): void
  /** The next cell of the row: how many columns it stands after the one before it, or after the left edge. */
  nextCell(cell: { readonly columns: number; readonly rows: number; readonly isHead: boolean }): number
  /** A line above the rows. */
  caption(): void
  /** First lines that are its head: rows of nothing but head cells, and the caption above them. 0 where no row says so. */
  readonly headRows: number
}

/** A cell that claims more is read as if it claimed this much: each column is a character of the text. */
const WIDEST_CELL = 64

export function createTableGrid(): TableGrid {
  /** The last row in which a column is taken by a cell from above. */
  const takenUntil: number[] = []
  let [row, column, last] = [0, 0, 0]
  let [cells, headCells] = [0, 0]
  let headRows = 0
  let captions = 0
  let isAtHead = true
  const endRow = () => {
    if (cells === 0) return
    isAtHead &&= headCells === cells
    if (isAtHead) headRows += 1
    cells = 0
  }
  return {
    startRow() {
      endRow()
      row += 1
      column = 0
      last = 0
      headCells = 0
    },
    nextCell({ columns, rows, isHead }) {
      while ((takenUntil[column] ?? 0) >= row) column += 1
      const steps = column - last
      last = column
      for (let span = Math.min(columns, WIDEST_CELL); span > 0; span -= 1) {
        takenUntil[column] = row + rows - 1
        column += 1
      }
      cells += 1
      if (isHead) headCells += 1
      return steps
    },
    caption() {
      if (row === 0) captions = 1
    },
    get headRows() {
      endRow()
      return headRows === 0 || isAtHead ? 0 : headRows + captions
    },
  }
}
