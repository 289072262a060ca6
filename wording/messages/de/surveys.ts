import type { SURVEYS as ENGLISH } from '../en/surveys.ts'
import type { Translation } from '../../translate.ts'

export const SURVEYS: Translation<typeof ENGLISH> = {}
