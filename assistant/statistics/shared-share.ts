/** What two sets have in common, of both (Dice); 0 of nothing. */
export function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * [...one].filter((word) => other.has(word)).length) / all
}
