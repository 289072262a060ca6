/**
 * Words that are not ours, for Markdown: they stay words, and make no picture, link, tag, emphasis, footnote, code or column. An
 * address may not become a link by itself either: what it leads to is a stranger's.
 */
export function markdownWords(text: string): string {
  return text.replace(/[[\]!_<>*\\|`~]|:(?=\/\/)/g, '\\$&')
}
