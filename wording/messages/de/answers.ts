import type { ANSWERS as ENGLISH } from '../en/answers.ts'
import type { Translation } from '../../translate.ts'

export const ANSWERS: Translation<typeof ENGLISH> = {}
