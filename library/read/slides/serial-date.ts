const DAY_MS = 86_400_000
/** Day 0 of Excel's count, so that its days from 1 March 1900 on are right. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** The day that a serial number means where its format shows one (ISO 8601), else null. */
export function serialDate(text: string, format: string): string | null {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  const days = Number(text)
  if (!/y|d/i.test(bare) || /general/i.test(bare) || !Number.isFinite(days) || days < 1 || days > 2_958_465) return null
  return new Date(DAY_ZERO + Math.floor(days) * DAY_MS).toISOString().slice(0, 10)
}
