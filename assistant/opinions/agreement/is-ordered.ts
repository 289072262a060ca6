/** Scales whose steps have an order; a list is one of them where all its words stand in one, one after the other. */
const SCALES: readonly (readonly string[])[] = [
  ['none', 'very low', 'low', 'medium', 'moderate', 'high', 'very high'],
  ['none', 'minimal', 'mild', 'moderate', 'severe', 'critical'],
  ['never', 'rarely', 'sometimes', 'often', 'always'],
  ['no', 'unlikely', 'possible', 'likely', 'certain', 'yes'],
  ['weak', 'arguable', 'moderate', 'strong'],
  ['routine', 'soon', 'urgent', 'emergency', 'immediate'],
  ['strongly disagree', 'disagree', 'neutral', 'agree', 'strongly agree'],
]

/** Whether the options of a closed list are steps of a scale, up or down: numbers in order, or words of a known scale. Yes and no alone are none. */
export function isOrdered(options: readonly string[]): boolean {
  if (options.length < 3) return false
  const words = options.map((option) => option.trim().toLowerCase())
  const numbers = words.map((word) => (/^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN))
  return [numbers, ...SCALES.map((scale) => words.map((word) => placeIn(scale, word)))].some(
    (places) => isRising(places) || isRising(places.toReversed()),
  )
}

function placeIn(scale: readonly string[], word: string): number {
  const place = scale.indexOf(word)
  return place === -1 ? Number.NaN : place
}

/** Not a number is neither more nor less than anything. */
function isRising(places: readonly number[]): boolean {
  return places.every((place, index) => (index === 0 ? !Number.isNaN(place) : place > (places[index - 1] ?? place)))
}
