type Measured = {
  readonly band: string | null
  readonly calibrated?: boolean
  /** Answers of the calibration in the same band, and those of them that were right. */
  readonly like?: {
    readonly count: number
    readonly of: number
    readonly interval: readonly [number, number] | null
  } | null
}

/** The band with the count behind it, never one bare number. */
export function confidenceWords(confidence: Measured | null): string {
  const { band, calibrated = false, like } = confidence ?? { band: null }
  if (band === null) return calibrated ? 'not measured' : 'not calibrated'
  if (!like || like.of === 0) return band
  const percent = (share: number) => Math.round(100 * share)
  const interval = like.interval === null ? '' : `, interval ${percent(like.interval[0])}–${percent(like.interval[1])}`
  return `${band}: of ${like.of} like it ${like.count} were right, ${percent(like.count / like.of)} %${interval}`
}
