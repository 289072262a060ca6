import type { REFERENCES as ENGLISH } from '../en/references.ts'
import type { Translation } from '../../translate.ts'

export const REFERENCES: Translation<typeof ENGLISH> = {}
