/** The Symbol font from 0x20 on, where it differs from ASCII. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  ...runs(
    0x41,
    '\u0391\u0392\u03a7\u2206\u0395\u03a6\u0393\u0397\u0399\u03d1\u039a\u039b\u039c\u039d\u039f\u03a0\u0398\u03a1\u03a3\u03a4\u03a5\u03c2\u03a9\u039e\u03a8\u0396',
  ),
  ...runs(
    0x61,
    '\u03b1\u03b2\u03c7\u03b4\u03b5\u03c6\u03b3\u03b7\u03b9\u03d5\u03ba\u03bb\u00b5\u03bd\u03bf\u03c0\u03b8\u03c1\u03c3\u03c4\u03c5\u03d6\u03c9\u03be\u03c8\u03b6',
  ),
  ...runs(0xa1, '\u03d2\u2032\u2264\u2044\u221e\u0192\u2663\u2666\u2665\u2660\u2194\u2190\u2191\u2192\u2193'),
  ...runs(0xb0, '\u00b0\u00b1\u2033\u2265\u00d7\u221d\u2202\u2022\u00f7\u2260\u2261\u2248\u2026'),
  ...runs(
    0xc0,
    '\u2135\u2111\u211c\u2118\u2297\u2295\u2205\u2229\u222a\u2283\u2287\u2284\u2282\u2286\u2208\u2209\u2220\u2207',
  ),
  ...runs(0xd2, '\u00ae\u00a9\u2122\u220f\u221a\u00b7\u00ac\u2227\u2228\u21d4\u21d0\u21d1\u21d2\u21d3'),
  ...runs(0xe2, '\u00ae\u00a9\u2122\u2211'),
])

/** The signs of Wingdings that documents use as text: boxes, ticks, arrows, bullets. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  ...runs(0x6c, '\u25cf\u25cb\u25a0\u25a1'),
  ...runs(0x76, '\u2756'),
  ...runs(0xa7, '\u25aa\u25fb'),
  ...runs(0xd8, '\u27a2'),
  ...runs(0xdf, '\u2190\u2192\u2191\u2193'),
  ...runs(0xfb, '\u2717\u2713\u2612\u2611'),
])
const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  ...runs(0x50, '\u2713'),
  ...runs(0x52, '\u2611\u2612\u2612'),
  ...runs(0xa3, '\u25a1'),
])

const FONTS: readonly (readonly [font: RegExp, characters: ReadonlyMap<number, string>])[] = [
  [/^symbol/i, SYMBOL],
  [/^wingdings 2/i, WINGDINGS_2],
  [/^wingdings/i, WINGDINGS],
]

/** Whether the bytes of the font are signs, not letters. */
export function isSymbolFont(name: string): boolean {
  return FONTS.some(([font]) => font.test(name))
}

function runs(first: number, characters: string): readonly (readonly [number, string])[] {
  return Array.from(characters, (character, index) => [first + index, character] as const)
}

/**
 * The Unicode character for a sign of a symbol font, given as its hexadecimal code ("F0B7": Word adds F000). Undefined where
 * it is not known.
 */
export function symbolCharacter(font: string, hexCode: string): string | undefined {
  const code = Number.parseInt(hexCode, 16)
  if (!Number.isInteger(code) || code < 0x20 || code > 0x10ffff) return undefined
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const characters = FONTS.find(([name]) => name.test(font))?.[1]
  if (characters) {
    const inFont = isPrivate ? code - 0xf000 : code
    const known = characters.get(inFont)
    if (known !== undefined) return known
    return characters === SYMBOL && inFont < 0x7f ? String.fromCodePoint(inFont) : undefined
  }
  return isPrivate ? undefined : String.fromCodePoint(code).toWellFormed()
}

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

const FILE_NAME = /^\S+\.(png|jpe?g|gif|bmp|emf|wmf|svg|tiff?|webp)$/i

/** The description that a file gives of a picture, as it stands in the text; empty where it is none or only a file name. */
export function pictureText(description: string | undefined): string {
  const text = (description ?? '').replace(/\s+/g, ' ').trim()
  return text === '' || FILE_NAME.test(text) ? '' : `[Picture: ${text}]`
}

/** The sign of a list item, as it stands in the text of a page whatever the page shows. */
export const BULLET = '\u2022'

/** Non-space characters: what all counts of text mean here. */
export function characterCount(text: string): number {
  return text.replace(/\s+/g, '').length
}
