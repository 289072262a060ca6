import { describe, expect, it } from 'vitest'
import { isLawIn } from '../../../kb/infer/jurisdiction.ts'

describe('the law of a place', () => {
  it('counts there, however the place is written, and nowhere else', () => {
    expect(isLawIn('England and Wales', 'england & Wales')).toBe(true)
    expect(isLawIn('England and Wales', 'England')).toBe(false)
    expect(isLawIn('Germany', 'Austria')).toBe(false)
  })

  it('counts in the members of its union: law of the Union in Germany, federal law in California', () => {
    expect(isLawIn('European Union', 'germany')).toBe(true)
    expect(isLawIn('United States', 'California')).toBe(true)
    expect(isLawIn('European Union', 'England and Wales')).toBe(false)
    expect(isLawIn('European Union', 'California')).toBe(false)
    expect(isLawIn('United States', 'Germany')).toBe(false)
  })

  it('does not count in the union or in another of its members', () => {
    expect(isLawIn('Germany', 'European Union')).toBe(false)
    expect(isLawIn('Germany', 'Belgium')).toBe(false)
    expect(isLawIn('California', 'United States')).toBe(false)
  })
})
