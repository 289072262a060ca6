import type { WINDOW as ENGLISH } from '../en/window.ts'
import type { Translation } from '../../translate.ts'

export const WINDOW: Translation<typeof ENGLISH> = {}
