import type { IdentifierType, Layer } from '../identifier.ts'
import type { Run } from './run.ts'

/** What a run of words is, and by which layer it is known. */
export type Decision = Run & { readonly type: IdentifierType; readonly by: Layer; readonly confidence: number }
