import { expect, test } from 'vitest'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { pdf, typesetPdf } from '../../../analysis/report/pdf/pdf.ts'
import { publicPdf } from '../../../analysis/report/public/pdf.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import type { Block, Grid } from '../../../analysis/report/tree.ts'
import { publicWriters, writers } from '../../../analysis/report/writers.ts'
import { readPdf, textOf } from '../../pdf.ts'
import { formula, writerInput } from './example-report.ts'

const whole = writerInput()

async function written(file: string): Promise<Buffer> {
  const writer = [...writers, ...publicWriters].find((one) => one.file === file)!
  return Buffer.from(await writer.write(whole))
}

test.each(['report.pdf', 'report-full.pdf', 'ce-que-vous-avez-dit.fr.pdf', 'ce-que-vous-avez-dit.fr-facile.pdf'])(
  '%s says it is PDF/UA-1, in French, tagged, with a title, and carries its fonts',
  async (file) => {
    const bytes = await written(file)
    const raw = bytes.toString('latin1')
    expect(raw).toMatch(/pdfuaid:part(>|=")1/)
    expect(raw).toMatch(/\/Lang \(fr-FR\)/)
    expect(raw).toContain('/StructTreeRoot')
    const { isTagged, language, title, size, pages, fonts } = await readPdf(bytes)
    expect({ isTagged, language }).toEqual({ isTagged: true, language: 'fr-FR' })
    expect(title).toMatch(/^Ce que .+ – Communauté/)
    // A4
    expect(size.map(Math.round)).toEqual([595, 842])
    if (file.startsWith('ce-que')) expect(pages.length).toBeLessThanOrEqual(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts)
      expect(font).toEqual({
        name: expect.stringMatching(/IBMPlexSans/),
        isEmbedded: true,
        isSubset: true,
      })
  },
)

test('every page of the report carries the marks', async () => {
  const { pages } = await readPdf(await written('report-full.pdf'))
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) {
    expect(page).toContain('Données fictives')
    expect(page).toContain('Zonage provisoire')
  }
})

const gridOf = (length: number): Grid => ({
  title: 'Le titre',
  base: 'La base',
  columns: ['Zone', 'Fiches'],
  rows: Array.from({ length }, (_, row) => ({ label: `Ligne ${row}`, cells: [{ kind: 'count', value: row }] })),
  notes: [],
})

// « Par zone » stood alone at the foot of a page of the annexes, its table on the next one.
test('tables that follow one another keep their title', async () => {
  const { report, ttf } = whole
  const grid = gridOf(6)
  const table: Block = { kind: 'grid', grid }
  const one: Block[] = [
    { kind: 'heading', level: 3, text: 'Le questionnaire' },
    { kind: 'list', items: ['Ce qui est dit.'] },
    table,
    table,
  ]
  const noted: Block = { kind: 'grid', grid: { ...grid, notes: ['Une note.'] } }
  const said: Block = { kind: 'text', tone: 'statement', text: 'Le constat.' }
  const finding: Block = { kind: 'group', role: 'finding', blocks: [said, ...Array.from({ length: 9 }, () => noted)] }
  for (const blocks of [Array.from({ length: 12 }, () => one).flat(), Array.from({ length: 6 }, () => finding)]) {
    const bytes = await pdf({ ...report, parts: [{ id: 'x', title: 'Annexe', blocks }] }, ttf)
    const pages = (await readPdf(bytes)).pages.slice(1)
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      const lines = page
        .split('\n')
        .filter((line) => /^(Ligne|Le titre|Le questionnaire|Le constat|Une note|. Ce qui)/.test(line))
      expect(lines.at(-1)).toMatch(/^(Ligne 5 5|Une note.)$/)
    }
  }
})

test('a finding stays in one piece: its sentence, its figures and what they do not say are on one page', async () => {
  const { report, ttf } = whole
  const finding: Block = {
    kind: 'group',
    role: 'finding',
    blocks: [
      { kind: 'text', tone: 'statement', text: 'La phrase.' },
      { kind: 'badge', tone: 'indicatif', text: 'indicatif' },
      { kind: 'grid', grid: { ...gridOf(9), title: '' } },
      { kind: 'note', tone: 'limit', text: 'Ce que cela ne dit pas.' },
    ],
  }
  const parts = [{ id: 'x', title: 'Constats', blocks: Array.from({ length: 12 }, () => finding) }]
  const pages = (await readPdf(await pdf({ ...report, parts }, ttf))).pages.slice(1)
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) {
    const count = page.split('La phrase.').length
    expect(page.split('La base').length).toBe(count)
    expect(page.split('Ce que cela ne dit pas.').length).toBe(count)
  }
})

// Two bars of four stood at the foot of a page, the others at the top of the next one.
test('the bars of a question stay together in what is told to everybody, under the question', async () => {
  const pages = publicPages(whole.source, 'fr')
  const estimate: Estimate = {
    value: 0.4,
    low: 0.3,
    high: 0.5,
    base: 100,
    effectiveBase: 100,
    unit: 'share',
    method: '',
  }
  const bar = { text: '40', interval: '30 – 50', estimate, isUncertain: false }
  const bars = ['Première', 'Deuxième', 'Troisième', 'Quatrième'].map((label) => ({ ...bar, label }))
  const one = {
    title: 'Le titre',
    question: 'La question',
    lines: [],
    picture: { bars, end: 1, note: 'Zone Sud.' },
    where: null,
    decided: [],
    pending: 'Rien.',
    when: 'Un jour.',
    unknown: 'Le reste.',
  }
  const printed = await publicPdf({ ...pages, pages: Array.from({ length: 24 }, () => one), items: [] }, whole.ttf)
  const read = (await readPdf(printed)).pages
  expect(read.length).toBeGreaterThan(4)
  for (const page of read) {
    const count = page.split('Première').length
    for (const word of ['La question', 'Zone Sud.', 'Deuxième', 'Troisième', 'Quatrième'])
      expect(page.split(word)).toHaveLength(count)
  }
})

test('words of a questionnaire stay words on the page', async () => {
  const text = (await textOf(await written('report.pdf'))).replace(/\s+/g, ' ')
  expect(text).toContain(formula)
  expect(text).toContain('#set text(red) $x$ <b>')
  expect(text).toContain('décision du comité, et date')
  expect(text).not.toMatch(/\bNaN\b|undefined|\[object/)
})

test('a fault of the page, or of PDF/UA, is an error that says which', async () => {
  const order = { data: {}, fonts: whole.ttf, day: '2026-05-31' }
  await expect(typesetPdf({ ...order, markup: '#set document(title: "T")\n= A\n=== B' })).rejects.toThrow(
    /skipped from heading level 1 to 3/,
  )
  await expect(typesetPdf({ ...order, markup: '= A' })).rejects.toThrow(/missing document title/)
  await expect(typesetPdf({ ...order, markup: '#nothing' })).rejects.toThrow(/nothing/)
})
