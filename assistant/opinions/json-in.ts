/** The object in a reply, from its first brace to the one that closes it; to the end where none does. Throws `SyntaxError` without one. */
export function jsonIn(reply: string): string {
  const from = reply.indexOf('{')
  if (from < 0) throw new SyntaxError('There is no object in the reply.')
  return reply.slice(from, endOf(reply, from)).replace(/```\s*$/, '')
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}]/gs

function endOf(reply: string, from: number): number | undefined {
  let depth = 0
  for (const { 0: token, index } of reply.slice(from).matchAll(TOKEN)) {
    if (token === '{') depth += 1
    else if (token === '}') depth -= 1
    if (depth === 0) return from + index + 1
  }
  return undefined
}
