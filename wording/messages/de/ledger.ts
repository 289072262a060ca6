import type { LEDGER as ENGLISH } from '../en/ledger.ts'
import type { Translation } from '../../translate.ts'

export const LEDGER: Translation<typeof ENGLISH> = {}
