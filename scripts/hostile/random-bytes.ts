import { seededRandom } from '../seeded-random.ts'

/** Noise that is the same on every run. */
export function randomBytes(length: number, seed: number): Buffer {
  const random = seededRandom(seed)
  return Buffer.from(Uint8Array.from({ length }, () => Math.floor(random() * 256)))
}
