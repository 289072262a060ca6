/** All matches of an expression with the flag `g`. `matchAll` would copy the expression, and compile the copy, for each text. */
export function everyMatch(text: string, expression: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match)
    if (match[0] === '') expression.lastIndex += 1
  }
  return found
}
