/**
 * The ways in which a password may have been meant: as it was typed, and as newer PDFs store it (SASLprep, RFC 4013:
 * one character for a letter with its accent, no soft hyphens, plain spaces). `[undefined]` where none was given.
 */
export function passwordSpellings(password: string | undefined): readonly (string | undefined)[] {
  if (password === undefined) return [undefined]
  const prepared = password
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFKC')
  return prepared === password ? [password] : [password, prepared]
}
