import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../../scripts/write-zip.ts'
import { openZipParts } from '../../../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { partRelations } from '../../../../library/read/xml/package-parts.ts'

async function targets(links: readonly string[], names: readonly string[] = []) {
  const lines = links.map((link, at) => `<Relationship Id="r${at}" Type="http://a/b/slide" Target="${link}"/>`)
  const outside = '<Relationship Id="out" Type="http://a/b/slide" Target="http://c/d.xml" TargetMode="External"/>'
  const zip = await openZipParts(
    writeZip([
      { name: 'ppt/_rels/main.xml.rels', data: `<Relationships>${lines.join('')}${outside}</Relationships>` },
      ...names.map((name) => ({ name, data: 'x' })),
    ]),
    READ_LIMITS,
  )
  return (await partRelations(zip, 'ppt/main.xml', READ_LIMITS)).map(({ type, target }) => `${type} ${target}`)
}

describe('the relations of a part', () => {
  it('lead to parts beside it, above it and from the root, never out of the file', async () => {
    expect(await targets(['slides/a.xml', '../b.xml', '/c/d.xml', '../../e.xml', 'file:///etc/passwd'])).toEqual([
      'slide ppt/slides/a.xml',
      'slide b.xml',
      'slide c/d.xml',
    ])
  })

  it('find a part whose name is written as in the address, or decoded', async () => {
    const names = ['ppt/a%20b.xml', 'ppt/c d.xml']
    expect(await targets(['a%20b.xml', 'c%20d.xml'], names)).toEqual(['slide ppt/a%20b.xml', 'slide ppt/c d.xml'])
  })
})
