import type { PROOF as ENGLISH } from '../en/proof.ts'
import type { Translation } from '../../translate.ts'

export const PROOF: Translation<typeof ENGLISH> = {}
