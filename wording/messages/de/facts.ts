import type { FACTS as ENGLISH } from '../en/facts.ts'
import type { Translation } from '../../translate.ts'

export const FACTS: Translation<typeof ENGLISH> = {}
