import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MatterName } from '../../contract/matter-name.ts'
import { suggestName } from '../../renderer/matters/create-matter.tsx'

const picked = (path: string) => ({ path, file: new File([], 'any') })

test('a matter is named after the folder of its files, whatever its files are named', () => {
  expect(suggestName([picked('Smith v. Jones/letters/1.pdf'), picked('Smith v. Jones/2.pdf')], [])).toBe(
    'Smith v. Jones',
  )
})

test('a folder that is handed over as a whole keeps all of its name', () => {
  expect(suggestName([{ ...picked('Smith v. Jones'), isFolder: true }], [])).toBe('Smith v. Jones')
})

test('without a folder the first file gives the name, without its ending', () => {
  expect(suggestName([picked('Lease 2019.final.pdf'), picked('note.txt')], [])).toBe('Lease 2019.final')
  expect(suggestName([picked('.env')], [])).toBe('.env')
})

test('a name that is taken gets the next number', () => {
  expect(suggestName([picked('Lease.pdf')], ['lease', 'Lease (2)'])).toBe('Lease (3)')
})

test('whatever files are called, the name is one that a matter may have and that is free', () => {
  const path = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), fc.string({ minLength: 1 }))
  fc.assert(
    fc.property(path, fc.boolean(), (one, isFolder) => {
      const files = [{ ...picked(one), isFolder }]
      const first = suggestName(files, [])
      const second = suggestName(files, [first])
      if (first === '') return
      expect(MatterName.safeParse(first)).toEqual({ success: true, data: first })
      expect(MatterName.safeParse(second)).toEqual({ success: true, data: second })
      expect(second).not.toBe(first)
    }),
  )
})
