import type { EVALUATION as ENGLISH } from '../en/evaluation.ts'
import type { Translation } from '../../translate.ts'

export const EVALUATION: Translation<typeof ENGLISH> = {}
