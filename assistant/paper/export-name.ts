const NAME_CHARACTERS = 60

/** The question as a file name that every system takes. */
export function exportName(question: string): string {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  let name = ''
  for (const word of words) if (name.length + word.length < NAME_CHARACTERS) name += `${name ? ' ' : ''}${word}`
  return name || 'Answer'
}
