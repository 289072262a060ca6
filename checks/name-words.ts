/** The words by which a text and a name are held against each other: lower case, a possessive and a plural `s` folded. */
export function nameWords(text: string): readonly string[] {
  return (
    withoutPossessives(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.replace(/^(.{4,})s$/u, '$1'))
}

/** "The Tenant’s liquidator" and "the Tenants’ rent" name the Tenant and the Tenants. */
export function withoutPossessives(text: string): string {
  return text.replace(/['’]s(?!\p{L})|(?<=s)['’]/gu, '')
}
