const STOP_WORDS = new Set(
  'a an and any are as at be been but by can did do does for from had has have he her his how i if in into is it its may more most no nor not of on or our she should so such than that the their them then there these they this those to under was we were what when where which who whom whose why will with would you your'.split(
    ' ',
  ),
)

/** Lower-case words and numbers of a text, stop words out, a plural `s` folded; with repetitions, in order. */
export function contentWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []
  )
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
}
