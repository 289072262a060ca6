const GERMAN =
  /\b(?:und|das|nicht|mit|von|im|auf|ist|zu|zur|zum|wurde|hat|bei|seit|oder|den)\b|(?<!\p{L})für(?!\p{L})/giu
const ENGLISH = /\b(?:the|and|of|is|to|with|for|has|not|by|on|at|that|or|are|from)\b/giu

/** By words that are swapped in neither language, so that a swapped text counts as what the text was. */
export function isGerman(text: string): boolean {
  return count(text, GERMAN) > count(text, ENGLISH)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
