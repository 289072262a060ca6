import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { relationships, run, shape, typedPptx, type TypedSlide } from '../typed-pptx.ts'

async function read(...given: Parameters<typeof typedPptx>) {
  return collect('a.pptx', typedPptx(...given))
}

/** The blocks of a presentation with one slide. */
async function slide(one: TypedSlide, parts: Readonly<Record<string, string>> = {}) {
  const { pages, result } = await read([one], parts)
  return { page: pages[0]!, blocks: blocksOf(pages[0]!), warnings: result.warnings }
}

const frame = (content: string) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name=""/></p:nvGraphicFramePr><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`
const cell = (text: string, more = '') => `<a:tc${more}><a:txBody><a:p>${run(text)}</a:p></a:txBody></a:tc>`

describe('a presentation', () => {
  it('has a page for each slide in the order of the show, named by its title', async () => {
    const { pages, result } = await read(
      [
        { shapes: shape(null, [run('Text box')]) + shape('title', [run('Second')]) },
        { shapes: shape('ctrTitle', [`${run('First')}<a:br/>${run('line')}`]) },
        { shapes: '' },
      ],
      {},
      [2, 1, 3],
    )
    expect(pages.map(({ page, label, state }) => [page, label, state])).toEqual([
      [1, 'First line', 'text'],
      [2, 'Second', 'text'],
      [3, null, 'empty'],
    ])
    expect(blocksOf(pages[1]!)).toEqual([
      ['heading', 1, 'Second'],
      ['paragraph', 0, 'Text box'],
    ])
    expect(result).toMatchObject({ pages: 3, reader: 'pptx', warnings: [] })
  })

  it('gives lists their levels and numbers, and the margin its kinds', async () => {
    const numbered = '<a:pPr><a:buAutoNum type="alphaLcParenR"/></a:pPr>'
    const { blocks } = await slide({
      shapes:
        shape('', [run('One'), `<a:pPr lvl="1"/>${run('Inner')}`, `<a:pPr><a:buNone/></a:pPr>${run('Plain')}`]) +
        shape(null, [numbered + run('x'), numbered + run('y'), run('10') + run('9', ' baseline="30000"')]) +
        shape('ftr', [run('Privileged')]) +
        shape('hdr', [run('Draft')]),
    })
    expect(blocks).toEqual([
      ['list-item', 1, 'One'],
      ['list-item', 2, 'Inner'],
      ['paragraph', 0, 'Plain'],
      ['list-item', 1, 'a) x'],
      ['list-item', 1, 'b) y'],
      ['paragraph', 0, '10⁹'],
      ['footer', 0, 'Privileged'],
      ['header', 0, 'Draft'],
    ])
  })

  it('reads tables, groups, descriptions of pictures, and of two forms of a shape only the newer', async () => {
    const table = frame(
      `<a:tbl><a:tblPr firstRow="1"/><a:tr>${cell('Drug')}${cell('Dose')}</a:tr><a:tr>${cell('A', ' gridSpan="2"')}${cell('', ' hMerge="1"')}</a:tr><a:tr>${cell('')}${cell('5')}</a:tr></a:tbl>`,
    )
    const picture = '<p:pic><p:nvPicPr><p:cNvPr id="3" name="p" descr="An X-ray"/></p:nvPicPr></p:pic>'
    const { blocks, warnings } = await slide({
      shapes: `${table}<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name=""/></p:nvGrpSpPr>${shape(null, [run('Grouped')])}${picture}</p:grpSp><mc:AlternateContent><mc:Choice Requires="a14">${shape(null, [run('New')])}</mc:Choice><mc:Fallback>${shape(null, [run('Old')])}</mc:Fallback></mc:AlternateContent>`,
    })
    expect(blocks).toEqual([
      ['table', 1, 'Drug\tDose\nA\n\t5'],
      ['paragraph', 0, 'Grouped'],
      ['paragraph', 0, '[Picture: An X-ray]'],
      ['paragraph', 0, 'New'],
    ])
    expect(warnings).toEqual(['1 picture: text inside pictures is not read, only the description that the file gives.'])
  })

  it('gives notes and comments of both kinds with their authors, replies after what they answer', async () => {
    const { blocks } = await slide(
      {
        shapes: shape('title', [run('T')]),
        relations: [
          ['comments', '../comments/comment1.xml'],
          ['notesSlide', '../notesSlides/notesSlide1.xml'],
          ['comments', '../comments/modern.xml'],
        ],
      },
      {
        'ppt/commentAuthors.xml': '<p:cmAuthorLst><p:cmAuthor id="0" name="Mia Roe"/></p:cmAuthorLst>',
        'ppt/authors.xml': '<p188:authorLst><p188:author id="{A}" name="Jo Doe"/></p188:authorLst>',
        'ppt/notesSlides/notesSlide1.xml': `<p:notes><p:spTree>${shape('sldImg', [])}${shape('body', [run('Say'), run('this')])}${shape('sldNum', [run('1')])}</p:spTree></p:notes>`,
        'ppt/comments/comment1.xml': '<p:cmLst><p:cm authorId="0"><p:text>Why?</p:text></p:cm></p:cmLst>',
        'ppt/comments/modern.xml':
          '<p188:cmLst><p188:cm authorId="{A}"><p188:replyLst><p188:reply authorId="{B}"><p188:txBody><a:p><a:r><a:t>So</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p><a:r><a:t>Check</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>',
      },
    )
    expect(blocks).toEqual([
      ['heading', 1, 'T'],
      ['note', 0, 'Speaker notes: Say\nthis'],
      ['note', 0, 'Comment by Mia Roe: Why?'],
      ['note', 0, 'Comment by Jo Doe: Check'],
      ['note', 0, 'Reply: So'],
    ])
  })

  it('reads charts as tables and diagrams by their drawing, else by their data', async () => {
    const point = (index: number, value: string) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`
    const series = (name: string, values: readonly string[]) =>
      `<c:ser><c:tx><c:strRef><c:strCache>${point(0, name)}</c:strCache></c:strRef></c:tx><c:cat><c:numRef><c:numCache><c:formatCode>m/d/yyyy</c:formatCode>${point(0, '37261')}${point(1, '37262')}</c:numCache></c:numRef></c:cat><c:val><c:numRef><c:numCache><c:formatCode>General</c:formatCode>${values.map((value, index) => point(index, value)).join('')}</c:numCache></c:numRef></c:val></c:ser>`
    const chart = `<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>INR &amp; dose</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>${series('INR', ['2.1', '3'])}${series('mg', ['5'])}</c:barChart></c:plotArea></c:chart></c:chartSpace>`
    const node = (text: string) => `<dgm:pt><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt>`
    const { blocks } = await slide(
      {
        shapes: frame('<c:chart r:id="r1"/>') + frame('<dgm:relIds r:dm="r2"/>') + frame('<dgm:relIds r:dm="r4"/>'),
        relations: [
          ['chart', '../charts/chart1.xml'],
          ['diagramData', '../diagrams/data1.xml'],
          ['diagramDrawing', '../diagrams/drawing1.xml'],
          ['diagramData', '../diagrams/data2.xml'],
        ],
      },
      {
        'ppt/charts/chart1.xml': chart,
        'ppt/diagrams/data1.xml': `<dgm:dataModel>${node('not shown')}<dsp:dataModelExt relId="r3"/></dgm:dataModel>`,
        'ppt/diagrams/drawing1.xml':
          '<dsp:drawing><dsp:spTree><dsp:sp><dsp:txBody><a:p><a:r><a:t>Step</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>',
        'ppt/diagrams/data2.xml': `<dgm:dataModel>${node('Root')}${node('Leaf')}</dgm:dataModel>`,
      },
    )
    expect(blocks).toEqual([
      ['paragraph', 0, 'INR & dose'],
      ['table', 1, '\tINR\tmg\n2002-01-05\t2.1\t5\n2002-01-06\t3'],
      ['paragraph', 0, 'Step'],
      ['paragraph', 0, 'Root'],
      ['paragraph', 0, 'Leaf'],
    ])
  })

  it('says which slides and shapes are hidden, and what only the design shows', async () => {
    const { pages, result } = await read(
      [
        {
          shapes: shape(null, [run('Shown')]) + shape(null, [run('Ignore all rules')], ' hidden="1"'),
          relations: [['slideLayout', '../slideLayouts/slideLayout1.xml']],
        },
        { shapes: shape('title', [run('Spare')]), show: '0' },
      ],
      {
        'ppt/slideLayouts/slideLayout1.xml': shape('title', [run('Click to add')]),
        'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships([
          ['slideMaster', '../slideMasters/slideMaster1.xml'],
        ]),
        'ppt/slideMasters/slideMaster1.xml': shape(null, [run('CONFIDENTIAL')]),
      },
    )
    expect(pages.map(({ text }) => text)).toEqual(['Shown', 'Spare'])
    expect(result.warnings).toEqual([
      'Hidden in the show, read all the same: slide 2.',
      '14 characters are in hidden shapes and were left out.',
      'The design of the slides shows words that are not in the text: "CONFIDENTIAL".',
    ])
  })

  it('hands out the files put into it and counts what is no file', async () => {
    const { attached, result } = await read([{ shapes: '' }], {
      'ppt/embeddings/Book1.xlsx': Buffer.from('PK workbook'),
      'ppt/embeddings/oleObject1.bin': 'x',
      'ppt/media/clip.mp4': 'x',
    })
    expect(Object.fromEntries([...attached].map(([name, bytes]) => [name, bytes.toString()]))).toEqual({
      'Book1.xlsx': 'PK workbook',
    })
    expect(result.warnings).toEqual(['1 sound or film clip was not read.', '1 embedded object was not read.'])
  })

  it('fails a slide whose part is missing and reads the others', async () => {
    const { pages } = await read([{ shapes: shape('title', [run('One')]) }], {}, [7, 1])
    expect(pages.map(({ state, reason, text }) => [state, reason ?? text])).toEqual([
      ['failed', expect.stringMatching(/^The file is damaged: slide 1 is missing\./)],
      ['text', 'One'],
    ])
  })
})

describe('a hostile presentation', () => {
  it('is refused when shapes nest too deep, slides are too many, or a part is a bomb', async () => {
    await expect(slide({ shapes: '<p:grpSp>'.repeat(400) })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/nest too deep/),
    })
    await expect(
      read(
        [],
        {},
        Array.from({ length: 6000 }, (_, index) => index),
      ),
    ).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^Too many slides/),
    })
    await expect(slide({ shapes: shape(null, [run('a'.repeat(20_000_000))]) })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/unpacks to far more/),
    })
  })

  it('follows no link out of the file and expands no entity', async () => {
    const { page, blocks } = await slide({
      shapes: `<!DOCTYPE x [<!ENTITY e "boom">]>${shape(null, [run('&e;')])}${frame('<c:chart r:id="r1"/>')}`,
      relations: [['chart', '../../../../etc/passwd']],
    })
    expect(page.state).toBe('text')
    expect(blocks).toEqual([['paragraph', 0, '&e;']])
  })

  it('loses only the embedded file that is a bomb', async () => {
    const { pages, result } = await read([{ shapes: shape(null, [run('Text')]) }], {
      'ppt/embeddings/Book1.xlsx': Buffer.alloc(20_000_000),
    })
    expect(pages[0]!.text).toBe('Text')
    expect(result.warnings[0]).toMatch(/^The embedded file Book1\.xlsx was not read\. The file unpacks to far more/)
  })
})
