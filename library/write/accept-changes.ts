import type { ReadLimits } from '../read/read-limits.ts'

export async function acceptChanges(bytes: Buffer, _limits: ReadLimits): Promise<Buffer> {
  return bytes
}
