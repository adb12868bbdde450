import { expect, test } from 'vitest'
import { plateDrawing } from '../../../analysis/report/html/plate.ts'
import { linesOfExplored, linesOfFinding, takenPicture, takenTable } from '../../../api/results/pictures/taken.ts'
import type { Explored } from '../../../api/wire/contracts/shapes/explorations.ts'
import type { FindingPage, ShownGrid } from '../../../api/wire/results.ts'

const said = { mention: 'Mention', publication: { title: 'Familles', number: 3 } } as unknown as FindingPage
const grid = (rows: ShownGrid['rows']): ShownGrid => ({
  title: 'Selon la zone',
  base: 'Base',
  notes: [],
  columns: ['Zone', 'Part', 'Base'],
  rows,
})

// « 48 % » and « 42 – 55 % » were texts: nothing could be computed with them
test('a table that leaves has a line a figure: as it reads, then its value and ends with a decimal comma', () => {
  const figure = { value: 0.485, low: 0.42, high: 0.55, unit: 'share' as const }
  const rows = [
    { label: 'Nord', cells: [{ text: '48 %', small: '42 – 55 %', figure }, { text: '100' }] },
    { label: 'Sud', cells: [{ text: 'trop petit' }, { text: '' }] },
  ]
  const lines = linesOfFinding({ tables: [{ grid: grid(rows), chart: null }] })
  const text = (as: 'file' | 'paste', isDemo = false) => takenTable(lines, said, { as, isDemo }).toString()
  expect(text('paste').split('\n').slice(0, 4)).toEqual([
    'Tableau\tLigne\tColonne\tChiffre\tValeur\tBas\tHaut\tUnité',
    'Selon la zone\tNord\tPart\t48 % (42 – 55 %)\t48,5\t42\t55\t%',
    'Selon la zone\tNord\tBase\t100\t\t\t\t',
    'Selon la zone\tSud\tPart\ttrop petit\t\t\t\t',
  ])
  expect(text('paste')).toContain('Familles · publication n° 3 · Mention')
  expect([text('file').startsWith('\uFEFF"Tableau";'), text('file').includes('fictives')]).toEqual([true, false])
  expect(text('file', true)).toContain('Données fictives')
})

test('what the explorer shows leaves with everybody first, then each group', () => {
  const of = (value: number) => ({
    estimate: { value, low: value - 0.1, high: value + 0.1 },
    text: `${100 * value} %`,
    interval: '',
  })
  const explored = {
    ...{ title: 'Garde', kind: 'shares', answers: [{ value: 'oui', label: 'Oui' }] },
    lists: [{ path: 'zone', title: 'Zone', left: [], choices: [{ value: '1', text: 'Nord' }] }],
    cells: [{ dims: { zone: '1', reponse: 'oui' }, ...of(0.4) }],
    whole: [{ answer: 'oui', ...of(0.35) }],
  } as unknown as Explored
  expect(linesOfExplored(explored).map(({ row, column, text, figure }) => [row, column, text, figure?.low])).toEqual([
    ['Oui', 'Ensemble', '35 %', expect.closeTo(0.25)],
    ['Oui', 'Nord', '40 %', expect.closeTo(0.3)],
  ])
})

const bar = { value: 0.4, low: 0.3, high: 0.5, text: '40 %', isUncertain: false }
const plate = (columns: number) => ({
  ...{ title: 'Qui <garde>', under: 'Base : 90', sentence: 'Une phrase.', foot: 'Mention' },
  drawing: {
    kind: 'bars' as const,
    end: 1,
    columns: Array.from({ length: columns }, (_, at) => ({ label: `Groupe ${at}`, base: '90' })),
    rows: [{ label: 'Oui', note: '', bars: Array.from({ length: columns }, () => bar) }],
  },
})

test('a picture that leaves says what it shows, its base, its marks and its source; many groups stand below one another', () => {
  const few = plateDrawing(plate(2))
  for (const words of ['Qui &lt;garde&gt;', 'Base : 90. Le trait, l’intervalle', 'Une phrase.', 'Mention', 'Groupe 1'])
    expect(few.svg).toContain(words)
  const many = plateDrawing(plate(12))
  expect(many.svg.match(/>Groupe \d+</g)).toHaveLength(12)
  expect(many.height).toBeGreaterThan(few.height)
})

// « Saint-Sulpice-la-Pointe » lay over the next group; grey stripes stood where nothing was left out
test('a long name holds in its column, and a place that has no figure to give is empty', () => {
  const { drawing, ...words } = plate(6)
  const columns = drawing.columns.map((one) => ({ ...one, label: 'Saint-Sulpice-la-Pointe' }))
  const rows = [
    { label: 'Oui', note: '', bars: [{ ...bar, value: null, text: '' }, ...drawing.rows[0]!.bars.slice(1)] },
  ]
  const { svg } = plateDrawing({ ...words, drawing: { ...drawing, columns, rows } })
  expect(svg.match(/>Pointe</g)).toHaveLength(6)
  expect(svg).not.toContain('url(#secret)')
})

// it left without what its shades mean
test('the picture of a week has its classes, and the signs that it draws', () => {
  const rows = <T>(of: T) => Array.from({ length: 7 }, () => Array.from({ length: 48 }, () => of))
  const week = (value: number | null) => {
    const drawing = { kind: 'week' as const, layer: 'lacking' as const, values: rows(value), uncertain: rows(false) }
    return plateDrawing({ ...plate(1), drawing }).svg
  }
  expect(week(0.3)).toContain('20 à 40\u202f%')
  expect([week(0.3).includes('trop petit'), week(null).includes('trop petit')]).toEqual([false, true])
})

test('the picture is a PNG twice as fine as its drawing', async () => {
  const png = Buffer.from(
    await takenPicture(null as never, plate(1), async () => {
      throw new Error('no publication is read for bars')
    }),
  )
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual(['PNG', 2_000])
})
