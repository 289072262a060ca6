/** Wilson's 95 % interval of a share. */
export function wilson(count: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1]
  const [z, share] = [1.96, count / of]
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return [rounded((middle - half) / whole), rounded((middle + half) / whole)]
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
