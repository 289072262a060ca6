/**
 * Makes a function that tries something with a password in each of the ways it may be meant, until one is not refused;
 * later calls keep to that one. Throws what `use` throws; when all are refused, the first refusal.
 */
export function createPasswordTries(
  given: string | undefined,
  isRefused: (error: unknown) => boolean,
): <T>(use: (password: string | undefined) => Promise<T>) => Promise<T> {
  let passwords = spellingsOf(given)
  return async (use) => {
    let refused: unknown
    for (const password of passwords) {
      try {
        const result = await use(password)
        passwords = [password]
        return result
      } catch (error) {
        if (!isRefused(error)) throw error
        refused ??= error
      }
    }
    throw refused
  }
}

/**
 * As it was typed, and as newer PDFs store it (SASLprep, RFC 4013: one character for a letter with its accent, no soft
 * hyphens, plain spaces).
 */
function spellingsOf(password: string | undefined): readonly (string | undefined)[] {
  if (password === undefined) return [undefined]
  const prepared = password
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFKC')
  return prepared === password ? [password] : [password, prepared]
}
