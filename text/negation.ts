const DENIES = /\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot)\b|n['’]t\b/i

/** Whether a sentence denies something: "not dated", "no children", "cannot be known". */
export function denies(sentence: string): boolean {
  return DENIES.test(sentence)
}
