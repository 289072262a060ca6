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

/** The chart has whole numbers, and the temperature to a tenth; what lies between two of them counts as the worse. */
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
    worse(one.breathsPerMinute, [8, 3], [11, 1], [20, 0], [24, 2], [Infinity, 3]),
    worse(one.saturationPercent, ...saturationBands(one)),
    one.onOxygen ? 2 : 0,
    worse(one.systolic, [90, 3], [100, 2], [110, 1], [219, 0], [Infinity, 3]),
    worse(one.pulsePerMinute, [40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [Infinity, 3]),
    one.alert ? 0 : 3,
    worse(one.temperatureC * 10, [350, 3], [360, 1], [380, 0], [390, 1], [Infinity, 2]),
  ]
}

type Band = readonly [number, number]

function saturationBands({ scale2, onOxygen }: Observations): readonly Band[] {
  if (!scale2)
    return [
      [91, 3],
      [93, 2],
      [95, 1],
      [Infinity, 0],
    ]
  const low: readonly Band[] = [
    [83, 3],
    [85, 2],
    [87, 1],
  ]
  return onOxygen ? [...low, [92, 0], [94, 1], [96, 2], [Infinity, 3]] : [...low, [Infinity, 0]]
}

/** Of the two whole numbers around a value; floating point may put a whole one a hair beside itself. */
function worse(value: number, ...bands: readonly Band[]): number {
  const exact = Number(value.toFixed(6))
  return Math.max(stepped(Math.floor(exact), ...bands), stepped(Math.ceil(exact), ...bands))
}

/** The points of the first band that reaches so far. */
function stepped(value: number, ...bands: readonly Band[]): number {
  return bands.find(([to]) => value <= to)?.[1] ?? 0
}
