const PARTS =
  /\\p\{L[ul]\}|\\(?:[pPu]\{\w+\}|u[\dA-Fa-f]{4}|.)|\(\?-i:[^()]*\)|\(\?(?:<\w+>|[:=!<]*)|\[(?:\\.|[^\]\\])*\]|\p{L}/gu
const PARTS_OF_CLASS = /\\p\{L[ul]\}|\\(?:[pPu]\{\w+\}|u[\dA-Fa-f]{4}|.)|(?:\p{L}-\p{L})|\p{L}/gu

/** The letters of an expression in any case, where `i` may not stand for the whole; a class with an escape stays as it is. */
export function inAnyCase(expression: string): string {
  const cased = lettersInAnyCase(expression)
  return expression.split('|').length > MANY ? `(?=)(?:${cased})` : cased
}

/**
 * Above so many alternatives an empty look ahead stands before them, at which all ways to them come together:
 * without it the engine compiles them anew for each way, which takes two to five times as long.
 */
const MANY = 12

function lettersInAnyCase(expression: string): string {
  return expression.replace(/\\.(?:\{\w+\})?|\(\?(?:<\w+>|[:=!<]*)|\[[^\]]*\]|\p{L}/gu, (part) => {
    if (part.startsWith('[')) return /[\\^]/.test(part) ? part : `[${part.slice(1, -1)}${cases(part.slice(1, -1))}]`
    return /^\p{L}$/u.test(part) ? `[${part.toLowerCase()}${part.toUpperCase()}]` : part
  })
}

/** "a-z" is "a-zA-Z". */
function cases(characters: string): string {
  return `${characters.toLowerCase()}${characters.toUpperCase()}`.replaceAll(/[^\p{L}\p{N}-]|^-|-$/gu, '')
}

/**
 * The same expression without the flag `i`. With `i` and `u` the engine closes every class of letters over its cases,
 * for a long expression some fifty milliseconds the first time that it is used.
 */
export function withoutFlagI({ source, flags }: RegExp): RegExp {
  const caseless = source.replace(PARTS, (part) => {
    if (part.startsWith('(?-i:')) return part.replace('(?-i:', '(?:')
    if (part.startsWith('[')) return part.replace(PARTS_OF_CLASS, bothCases)
    const both = bothCases(part)
    return both === part ? part : `[${both}]`
  })
  return new RegExp(caseless, flags.replace('i', ''))
}

const written = new Map<string, string>()

function bothCases(part: string): string {
  const both = written.get(part) ?? withBothCases(part)
  written.set(part, both)
  return both
}

/** "a" is "aA", "a-z" is "a-zA-Z", a class of capitals one of both; what is no letter stays. */
function withBothCases(part: string): string {
  if (/^\\p\{L[ul]\}$/u.test(part)) return '\\p{Lu}\\p{Ll}'
  if (!/^\p{L}/u.test(part)) return part
  // "ß" in capitals is two letters.
  return [...new Set([part.toLowerCase(), part.toUpperCase(), part])]
    .filter((one) => one.length === part.length)
    .join('')
}
