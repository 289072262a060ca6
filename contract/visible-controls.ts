/** Control characters, and those that turn the direction of what follows; a line break and a tab among them. */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu
const PICTURES = 0x2400
const LAST_OF_C0 = 0x1f
const DELETE = 0x7f

/** Each control character as a sign that does nothing: ␛, ␊, <U+202E>. `kept` stay as they are. */
export function visibleControls(text: string, kept = ''): string {
  return text.replace(CONTROLS, (character) => {
    if (kept.includes(character)) return character
    const code = character.codePointAt(0) ?? 0
    if (code <= LAST_OF_C0) return String.fromCodePoint(PICTURES + code)
    return code === DELETE ? '\u2421' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** Whether a name can stand in a line as it is. */
export function isPlainName(name: string): boolean {
  return visibleControls(name) === name
}
