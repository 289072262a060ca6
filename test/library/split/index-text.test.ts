import { describe, expect, it } from 'vitest'
import { documentHead, indexText, type Passage } from '../../../library/split/passage.ts'

const passage: Passage = {
  start: 900,
  end: 905,
  page: 2,
  section: '7 Term > 7.2 Notices; 7.3 Rent',
  mainSection: '7 Term > 7.2 Notices',
  text: 'Rent.',
  tableHead: null,
}

describe('the indexed text', () => {
  it('puts title, document head and section path before the passage', () => {
    expect(indexText(passage, { title: 'lease.pdf', head: 'LEASE between\nA and B' })).toBe(
      'lease.pdf\nLEASE between A and B\n7 Term > 7.2 Notices\nRent.',
    )
  })

  it('repeats the head of a table that goes on', () => {
    expect(indexText({ ...passage, mainSection: '', tableHead: 'Drug\tDose' }, { title: 't', head: '' })).toBe(
      't\nDrug\tDose\nRent.',
    )
  })

  it('puts the head also in front of the passage that holds it', () => {
    expect(indexText({ ...passage, start: 0, mainSection: '' }, { title: 't', head: 'Rent.' })).toBe('t\nRent.\nRent.')
  })
})

describe('the head of a document', () => {
  it('ends at a word within 300 characters', () => {
    const head = documentHead('lease '.repeat(100))
    expect(head.length).toBeLessThanOrEqual(300)
    expect(head).toMatch(/lease$/)
  })

  it('cuts no character in two', () => {
    expect(documentHead(`x${'😀'.repeat(300)}`).isWellFormed()).toBe(true)
  })
})
