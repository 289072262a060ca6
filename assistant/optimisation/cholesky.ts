export type Matrix = readonly (readonly number[])[]

/** The lower triangle L of a symmetric, positive definite matrix: L times its transpose is the matrix. */
export function choleskyOf(matrix: Matrix): Matrix {
  const lower: number[][] = []
  for (const [row, values] of matrix.entries()) {
    const made: number[] = []
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? made : (lower[column] ?? [])
      let rest = values[column] ?? 0
      for (let k = 0; k < column; k += 1) rest -= (made[k] ?? 0) * (other[k] ?? 0)
      if (column < row) made.push(rest / (other[column] ?? 1))
      else if (rest > 0) made.push(Math.sqrt(rest))
      else throw new RangeError('The matrix is not positive definite.')
    }
    lower.push(made)
  }
  return lower
}

/** x of L x = b. */
export function solveLower(lower: Matrix, right: readonly number[]): readonly number[] {
  const solved: number[] = []
  for (const [row, values] of lower.entries()) {
    const rest = solved.reduce((sum, value, column) => sum - (values[column] ?? 0) * value, right[row] ?? 0)
    solved.push(rest / (values[row] ?? 1))
  }
  return solved
}

/** x of Lᵀ x = b. */
export function solveUpper(lower: Matrix, right: readonly number[]): readonly number[] {
  const solved: number[] = Array.from({ length: right.length }, () => 0)
  for (let row = right.length - 1; row >= 0; row -= 1) {
    let rest = right[row] ?? 0
    for (let below = row + 1; below < right.length; below += 1)
      rest -= (lower[below]?.[row] ?? 0) * (solved[below] ?? 0)
    solved[row] = rest / (lower[row]?.[row] ?? 1)
  }
  return solved
}
