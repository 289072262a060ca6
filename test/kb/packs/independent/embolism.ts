/**
 * Read: Wells DVT as in Thrombosis Journal 2015;13:18, table 1 (Wells 1997, nine items), and the modification of 2003 with a
 * previous DVT as in UpToDate graphic 75871 (likely from 2). Wells PE as on medscape.com and Eur Respir Rev, table 2 (likely
 * above 4). PERC as in Trials 2020;21:458, table 1, and Kline 2004 as restated there: pulse and age at or above their limit count.
 * Its saturation is that on room air: of somebody on oxygen nobody can say that it is 95 % or more.
 */
type LegSigns = {
  readonly activeCancer: boolean
  readonly paralysis: boolean
  readonly bedriddenOrSurgery: boolean
  readonly tenderness: boolean
  readonly wholeLegSwollen: boolean
  readonly calfSwelling: boolean
  readonly pittingOedema: boolean
  readonly collateralVeins: boolean
  readonly previousDvt: boolean
}

export function wellsDvt(signs: LegSigns, alternativeAsLikely: boolean): number {
  return Object.values(signs).filter(Boolean).length - (alternativeAsLikely ? 2 : 0)
}

/** Three levels as in Stroke and Vascular Neurology, table 1 (samples/reference/clinical-calculators.md). */
export function wellsDvtLevel(points: number): 'low' | 'intermediate' | 'high' {
  if (points <= 0) return 'low'
  return points <= 2 ? 'intermediate' : 'high'
}

type LungSigns = {
  readonly legSigns: boolean
  readonly mostLikely: boolean
  readonly pulsePerMinute: number
  readonly immobileOrSurgery: boolean
  readonly previous: boolean
  readonly haemoptysis: boolean
  readonly cancer: boolean
}

export function wellsPe(one: LungSigns): number {
  const threes = [one.legSigns, one.mostLikely].filter(Boolean).length * 3
  const halves = [one.pulsePerMinute > 100, one.immobileOrSurgery, one.previous].filter(Boolean).length * 1.5
  return threes + halves + [one.haemoptysis, one.cancer].filter(Boolean).length
}

type RuleOut = {
  readonly ageYears: number
  readonly pulsePerMinute: number
  readonly saturationPercent: number
  readonly onOxygen: boolean
  readonly haemoptysis: boolean
  readonly oestrogen: boolean
  readonly previous: boolean
  readonly oneLegSwollen: boolean
  readonly surgeryOrTrauma: boolean
}

/** How many criteria are positive: none means that it is ruled out where the suspicion is low. */
export function perc(one: RuleOut): number {
  return [
    one.ageYears >= 50,
    one.pulsePerMinute >= 100,
    one.saturationPercent < 95 || one.onOxygen,
    one.haemoptysis,
    one.oestrogen,
    one.previous,
    one.oneLegSwollen,
    one.surgeryOrTrauma,
  ].filter(Boolean).length
}

/** The rule is for a probability that is judged low already, and says nothing of others. */
export function percRule(positive: number, lowProbability: boolean): 'negative' | 'positive' | 'not applicable' {
  if (!lowProbability) return 'not applicable'
  return positive === 0 ? 'negative' : 'positive'
}
