import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'

/** Throws `ReadFailedError` where a document without a container is larger than one in a container may be unpacked. */
export function checkFlatSize(bytes: Buffer, limits: ReadLimits): void {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.zipInflatedMb)
    throw gateFailure('The document is too large', { value: sizeMb, limit: limits.zipInflatedMb, unit: 'MB' })
}
