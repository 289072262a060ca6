import type { KNOWLEDGE as ENGLISH } from '../en/knowledge.ts'
import type { Translation } from '../../translate.ts'

export const KNOWLEDGE: Translation<typeof ENGLISH> = {}
