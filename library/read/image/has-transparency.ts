import type { Metadata } from 'sharp'

/** Sharp's names; a fax with one bit a dot is among them. */
const GRAY: readonly (string | undefined)[] = ['b-w', 'grey16']

export function isGray({ space }: Pick<Metadata, 'space'>): boolean {
  return GRAY.includes(space)
}

/**
 * Whether the last channel says how transparent a dot is. Printers' and scanners' files have channels beyond colour and
 * transparency, which are of no use here, and which sharp cannot lay on white.
 */
export function hasTransparency({
  hasAlpha,
  channels,
  space,
}: Pick<Metadata, 'hasAlpha' | 'channels' | 'space'>): boolean {
  return hasAlpha && channels === (isGray({ space }) ? 2 : 4)
}
