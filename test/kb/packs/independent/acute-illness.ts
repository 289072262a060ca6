/**
 * Read: CURB-65 as on healthcare.uiowa.edu and in Lim 2003 as restated on bugsanddrugs.org (urea above 7 mmol/L). qSOFA as on
 * creatinineclearance.com (22 and more, 100 and less) after Sepsis-3. NEWS2 from the chart of the Royal College of Physicians
 * 2017 (scribd 584338409). Not read: the papers themselves.
 */
type Pneumonia = {
  readonly confusion: boolean
  readonly ureaMmolL: number
  readonly breathsPerMinute: number
  readonly systolic: number
  readonly diastolic: number
  readonly ageYears: number
}

export function curb65(one: Pneumonia): number {
  return [
    one.confusion,
    one.ureaMmolL > 7,
    one.breathsPerMinute >= 30,
    one.systolic < 90 || one.diastolic <= 60,
    one.ageYears >= 65,
  ].filter(Boolean).length
}

export function qsofa(breathsPerMinute: number, systolic: number, alteredMind: boolean): number {
  return [breathsPerMinute >= 22, systolic <= 100, alteredMind].filter(Boolean).length
}

type Observations = {
  readonly breathsPerMinute: number
  readonly saturationPercent: number
  readonly scale2: boolean
  readonly onOxygen: boolean
  readonly systolic: number
  readonly pulsePerMinute: number
  readonly alert: boolean
  readonly temperatureC: number
}

/** Whole numbers, the temperature to a tenth, as the chart has them. */
export function news2(one: Observations): number {
  return points(one).reduce((sum, each) => sum + each, 0)
}

/** The chart's thresholds and triggers: a 3 in one parameter calls for an urgent look though the sum is low. */
export function news2Risk(one: Observations): 'low' | 'low to medium' | 'medium' | 'high' {
  const sum = news2(one)
  if (sum >= 7) return 'high'
  if (sum >= 5) return 'medium'
  return points(one).includes(3) ? 'low to medium' : 'low'
}

function points(one: Observations): readonly number[] {
  return [
    stepped(one.breathsPerMinute, [8, 3], [11, 1], [20, 0], [24, 2], [Infinity, 3]),
    one.scale2 ? saturation2(one) : stepped(one.saturationPercent, [91, 3], [93, 2], [95, 1], [Infinity, 0]),
    one.onOxygen ? 2 : 0,
    stepped(one.systolic, [90, 3], [100, 2], [110, 1], [219, 0], [Infinity, 3]),
    stepped(one.pulsePerMinute, [40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [Infinity, 3]),
    one.alert ? 0 : 3,
    stepped(one.temperatureC, [35, 3], [36, 1], [38, 0], [39, 1], [Infinity, 2]),
  ]
}

function saturation2({ saturationPercent, onOxygen }: Observations): number {
  if (saturationPercent <= 92 || !onOxygen) return stepped(saturationPercent, [83, 3], [85, 2], [87, 1], [Infinity, 0])
  return stepped(saturationPercent, [94, 1], [96, 2], [Infinity, 3])
}

/** The points of the first band that reaches so far. */
function stepped(value: number, ...bands: readonly (readonly [number, number])[]): number {
  return bands.find(([to]) => value <= to)?.[1] ?? 0
}
