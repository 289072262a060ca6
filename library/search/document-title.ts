import { wordsOf } from './question-words.ts'

/** "2024/Break_notice%20v2.pdf" → "2024 Break notice v2": how a file's name reads, for the index and for people. */
export function documentTitle(path: string): string {
  return undivided(path)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a title in lower case as people may write them: of "LiiON_NDA" also "liion", of "Break Notice" also "breaknotice". */
export function titleWords(path: string): readonly string[] {
  const title = documentTitle(path)
  return wordsOf(`${title} ${title.replaceAll(' ', '')} ${undivided(path)}`)
}

function undivided(path: string): string {
  return decoded(path.replace(/\.[A-Za-z0-9]{1,5}$/, '')).replace(/[_\-+./\\]+/g, ' ')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
