import { InvalidArgumentError } from 'commander'

/** Reads a whole number of at least 0 from the command line. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

/** Reads a whole number of at least 1. */
export function atLeastOne(text: string): number {
  if (!/^0*[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number of at least 1.')
  return Number(text)
}

/** From 0 to 1. */
export function shareIn(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give a share from 0 to 1.')
  return value
}
