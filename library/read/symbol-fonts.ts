/** The letters of the font Symbol from 0x20 on, where its bytes mean Greek and signs: "m" is the micro sign of a dose. */
const SYMBOL = [
  ' !∀#∃%&∋()*+,−./0123456789:;<=>?',
  '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_',
  '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~ ',
  ' '.repeat(32),
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵',
  'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓',
  '◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ',
].join('')

/** Signs of the font Wingdings that carry meaning in forms; the others are ornaments and become a bullet. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x20, ' '],
  [0x4a, '☺'],
  [0x6f, '☐'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0xa8, '☐'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

export type SymbolFont = 'symbol' | 'wingdings'

/** Which of the fonts whose bytes are no letters this is, if any. */
export function symbolFont(name: string): SymbolFont | null {
  if (/^symbol\b/i.test(name.trim())) return 'symbol'
  return /^wingdings/i.test(name.trim()) ? 'wingdings' : null
}

/** What the byte shows in that font. Word also writes it as U+F000 plus the byte. */
export function symbolCharacter(font: SymbolFont, code: number): string {
  const byte = code & 0xff
  if (font === 'symbol') return SYMBOL[byte - 0x20] ?? ' '
  return WINGDINGS.get(byte) ?? '•'
}
