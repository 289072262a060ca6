import type { LIBRARY as ENGLISH } from '../en/library.ts'
import type { Translation } from '../../translate.ts'

export const LIBRARY: Translation<typeof ENGLISH> = {}
