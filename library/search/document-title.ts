/** "2024/Break_notice%20v2.pdf" → "2024 Break notice v2": how a file's name reads, for the index and for people. */
export function documentTitle(path: string): string {
  return decoded(path.replace(/\.[A-Za-z0-9]{1,5}$/, ''))
    .replace(/[_\-+./\\]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
