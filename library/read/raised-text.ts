const RAISED: ReadonlyMap<string, string> = new Map(
  Array.from('0123456789+-\u2212\u2013()n', (character, index) => [
    character,
    Array.from(
      '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207b\u207b\u207d\u207e\u207f',
    )[index]!,
  ]),
)

/** "10" and a raised "9" are not 109: raised digits stay raised. Other raised text ("st", "TM") reads well on the line. */
export function raisedText(text: string): string {
  const characters = Array.from(text, (character) => RAISED.get(character))
  return characters.includes(undefined) ? text : characters.join('')
}
