import { read, utils } from '@e965/xlsx'
import { Resvg } from '@resvg/resvg-js'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { figureRows } from '../../../analysis/report/figures.ts'
import { png } from '../../../analysis/report/html/chart-image.ts'
import { docx as docxOf } from '../../../analysis/report/office/docx.ts'
import { columns, tablesCsv, tablesExcel, tablesSchema } from '../../../analysis/report/office/open-data.ts'
import { spreadsheet } from '../../../analysis/report/office/spreadsheet.ts'
import { type PaperBlock, paperOf } from '../../../analysis/report/pdf/paper.ts'
import { shortReportOf } from '../../../analysis/report/short/build.ts'
import type { Block, Grid } from '../../../analysis/report/tree.ts'
import { writers } from '../../../analysis/report/writers.ts'
import { countedMethod } from '../../../surveys/charts/known.ts'
import { neutral } from '../../../surveys/questionnaire/neutral.ts'
import { formula, writerInput } from './example-report.ts'

const whole = writerInput()
const written = async (file: string) => Buffer.from(await writers.find((one) => one.file === file)!.write(whole))
// every kind of block: the full report
const docx = unzipSync(await docxOf(whole.report, whole.ttf))
const document = Buffer.from(docx['word/document.xml']!).toString()

test('the DOCX has real headings, in order, that no level skips', () => {
  const levels = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => Number(level))
  expect(levels.length).toBeGreaterThan(40)
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1)
    return level
  }, 0)
})

test('every picture of the DOCX says what it shows', () => {
  const pictures = [...document.matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => tag)
  expect(pictures.length).toBeGreaterThan(5)
  for (const tag of pictures) expect(tag).toMatch(/descr="[^"]{8,}"/)
})

// The library ignored fonts given as bytes, and wrote days and hours in whatever the machine had.
test('the words of a drawing are in the font of the report, not in one of the machine', () => {
  const text = '<text x="2" y="20" font-family="IBM Plex Sans">0 h 30</text>'
  const drawing = { svg: `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="30">${text}</svg>`, width: 80 }
  const face = '400Regular/IBMPlexSans_400Regular.ttf'
  const fontFiles = [`node_modules/@expo-google-fonts/ibm-plex-sans/${face}`]
  const wanted = new Resvg(drawing.svg, { font: { loadSystemFonts: false, fontFiles } }).render().asPng()
  expect(Buffer.from(png({ ...drawing, height: 30 }, 1)).equals(wanted)).toBe(true)
})

test('tables of the DOCX repeat their first line and have a caption above', () => {
  const tables = document.split('<w:tbl>').slice(1)
  for (const table of tables) expect(table).toContain('<w:tblHeader/>')
  for (const before of document.split('<w:tbl>').slice(0, -1))
    expect(before.slice(before.lastIndexOf('<w:pStyle'))).toContain('Legende')
})

test('the DOCX is in French, carries its fonts, and marks each page', () => {
  expect(Buffer.from(docx['word/styles.xml']!).toString()).toContain('w:val="fr-FR"')
  expect(Buffer.from(docx['word/fontTable.xml']!).toString()).toMatch(/embedRegular.*embedBold/)
  const heads = Object.keys(docx).filter((name) => /^word\/header\d+\.xml$/.test(name))
  const marked = heads.filter((name) => Buffer.from(docx[name]!).toString().includes('Données fictives'))
  expect(marked.length).toBeGreaterThanOrEqual(heads.length - 1)
})

test('the workbook says whether each figure is weighted, and gives it one way only', async () => {
  const { findings, ...source } = whole.source
  const [one] = findings
  const writer = writers.find(({ file }) => file === 'report.xlsx')!
  const weighted = { ...one!, evidence: { ...one!.evidence, weighted: true } }
  const changed = { ...whole, source: { ...source, findings: [weighted, ...findings.slice(1)] } }
  const sheet = read(Buffer.from(await writer.write(changed)), { cellNF: true }).Sheets.Résultats!
  const [first, second] = utils.sheet_to_json<Record<string, unknown>>(sheet)
  expect([first!.Redressé, second!.Redressé]).toEqual(['oui', 'non'])
  expect(first!['Redressé, bas']).toBeUndefined()
})

// « Réponses pondérées sur les marges » stood in the workbook of answers that nobody had weighted
test('the workbook says that figures are weighted only where some are', async () => {
  const writer = writers.find(({ file }) => file === 'report.xlsx')!
  const lineOf = async (weighted: boolean) => {
    const findings = whole.source.findings.map((one) => ({ ...one, evidence: { ...one.evidence, weighted } }))
    const input = { ...whole, source: { ...whole.source, findings } }
    const sheet = read(Buffer.from(await writer.write(input))).Sheets['À lire']!
    return utils.sheet_to_json<string[]>(sheet, { header: 1 }).find(([head]) => head === 'Redressé')![1]
  }
  expect(await lineOf(false)).toMatch(/«.non.» partout.: chaque réponse compte pour une\.$/)
  expect(await lineOf(true)).toContain('pondérées sur les marges')
})

// « Toutes les comparaisons sont dans le classeur » : it had figures of groups, and no word of what was established
test('the workbook has a line a compared table, with what is established of its groups, established first', () => {
  const share = (value: number) => ({
    kind: 'estimate' as const,
    estimate: { value, low: value - 0.05, high: value + 0.05, base: 90, effectiveBase: 90, unit: 'share', method: '' },
  })
  const text = (own: string) => ({ kind: 'text' as const, text: own })
  const grid = (title: string, rows: unknown[], notes: string[]) => ({
    table: { title, base: '', columns: ['Zone', 'Part', 'Écarts'], rows, notes } as Grid,
  })
  const none = grid('Selon : âge', [], ['Aucun écart entre ces groupes n’est établi.'])
  const named = grid(
    'Selon : quotient',
    [],
    ['Écarts établis (seuil de 5 %) : « Oui », A 8 % et B 2 % ; et 12 de plus.'],
  )
  const lettered = grid(
    'Selon : zone',
    [
      { label: 'Nord', cells: [share(0.2), text('a')] },
      { label: 'Sud', cells: [share(0.6), text('b')] },
      { label: 'Est', cells: [share(0.4), text('ab')] },
      { label: 'Loin', cells: [{ kind: 'none', why: 'too-few' }, text('')] },
    ],
    ['Écarts : deux groupes qui n’ont aucune lettre en commun diffèrent (seuil de 5 %, correction de Holm).'],
  )
  const silent = grid('Selon : foyer', [], ['Trop peu de réponses pour comparer : Autrement.'])
  const [first] = whole.source.findings
  const { table: _, ...finding } = { ...first!, breakdowns: [none, lettered, named, silent] }
  const book = read(spreadsheet(whole.report, { ...whole.source, findings: [finding] }, 'xlsx'))
  const lines = utils.sheet_to_json<Record<string, string | number>>(book.Sheets.Comparaisons!)
  const plain = (words: unknown) => String(words).replace(/[\u00a0\u202f]/g, ' ')
  expect(lines.map((line) => [line.Selon, line['Écarts établis'], plain(line.Verdict)])).toEqual([
    ['quotient', 13, 'Écarts établis (seuil de 5 %) : « Oui », A 8 % et B 2 % ; et 12 de plus.'],
    ['zone', 1, 'Écarts établis (seuil de 5 %, correction de Holm) : Sud 60 % (55 – 65 %) et Nord 20 % (15 – 25 %).'],
    ['âge', 0, 'Aucun écart entre ces groupes n’est établi.'],
  ])
  expect(lines[0]).toMatchObject({ Objectif: first!.objective, Indicateur: first!.indicator })
  expect(JSON.stringify(utils.sheet_to_json(book.Sheets['À lire']!))).toContain('Comparaisons')
})

// « donne chaque tableau » : it prints some, and sends to the workbook for those of groups
test('the reports say where the tables of groups are', () => {
  const short = JSON.stringify(shortReportOf(whole.source))
  expect(short).not.toContain('chaque tableau')
  expect(short).toContain('Tous les tableaux par groupe sont dans le classeur.')
  expect(short).toContain('feuille « Comparaisons »')
})

// « note » for a number of children, « nombre » for a cursor
test('a mean and a median of one question have one unit', () => {
  const of = (unit: 'score' | 'number') => {
    const [first] = whole.source.findings
    const estimate = { value: 2, low: 1, high: 3, base: 90, effectiveBase: 90, unit, method: 'm' }
    const table = { ...first!.table!, rows: [{ label: 'x', cells: [{ kind: 'estimate' as const, estimate }] }] }
    return figureRows({ ...whole.source, findings: [{ ...first!, estimate, table, breakdowns: [] }] })[0]!.unite
  }
  expect([of('score'), of('number')]).toEqual(['nombre', 'nombre'])
  const units = columns.find(({ name }) => name === 'unite')!.constraints!.enum as string[]
  expect(new Set(units).size).toBe(units.length)
})

// « Comparer les groupes : 1 tableau dans le classeur », of a table whose every group was hidden
test('groups to compare are those that have a figure somewhere', () => {
  const cells = { kind: 'none', why: 'too-few' } as const
  const grid = (columns: string[], rows: Grid['rows']) => ({
    kind: 'grid' as const,
    grid: { title: 't', base: '', columns, rows, notes: [] },
  })
  const estimate = { value: 0.4, low: 0.3, high: 0.5, base: 90, effectiveBase: 90, unit: 'share', method: 'm' } as const
  const hidden = [grid(['Réponse'], [{ label: 'x', cells: [] }]), grid(['R', 'Nord'], [{ label: 'x', cells: [cells] }])]
  const shown = grid(['R', 'Nord'], [{ label: 'x', cells: [{ kind: 'estimate', estimate }] }])
  const paperWith = (blocks: Block[]) =>
    paperOf({
      ...whole.report,
      parts: [{ id: 'p', title: 'p', blocks: [{ kind: 'group', role: 'details', blocks }] }],
    }).parts[0]!.blocks
  expect(paperWith(hidden)).toEqual([])
  expect(paperWith([...hidden, shown])).toMatchObject([
    { text: expect.stringMatching(/1.tableau dans .*Comparaisons.* et /) },
  ])
})

test('a share leaves with its interval and its base, what has no figure with no number at all', () => {
  const [first, ...others] = whole.source.findings
  const table = {
    ...first!.table!,
    rows: [{ label: 'x', cells: [{ kind: 'none', why: 'in-words', words: 'la plupart' } as const] }],
  }
  const source = { ...whole.source, findings: [{ ...first!, breakdowns: [{ table }] }, ...others] }
  const rows = figureRows(source)
  expect(rows.some(({ etat }) => etat === 'en mots')).toBe(true)
  for (const { etat, unite, valeur, bas, haut, base } of rows) {
    if (['en mots', 'trop petit'].includes(etat)) expect([valeur, bas, haut, base]).toEqual([null, null, null, null])
    if (etat === 'publié' && unite === 'pour cent')
      for (const one of [valeur, bas, haut, base]) expect(one).toEqual(expect.any(Number))
  }
})

// « publié, valeur 0, 0–11 » of an answer that two people had given: the file said nobody
test('a share of none or of all leaves as the end of its interval that is known, without a value', () => {
  const share = (value: number, low: number, high: number, method = 'Wilson') => ({
    kind: 'estimate' as const,
    estimate: { value, low, high, base: 120, effectiveBase: 120, unit: 'share' as const, method },
  })
  const [first, ...others] = whole.source.findings
  const cells = [share(0, 0, 0.11), share(1, 0.9, 1), share(0.2, 0.1, 0.3), share(0, 0, 0.4, countedMethod)]
  const table = {
    ...first!.table!,
    columns: ['', ...cells.map((_, at) => `c${at}`)],
    rows: [{ label: 'x', cells }],
  }
  const finding = { ...first!, estimate: cells[0]!.estimate, table, breakdowns: [] }
  const source = { ...whole.source, findings: [finding, ...others] }
  const said = figureRows(source)
    .slice(0, 4)
    .map(({ etat, valeur, bas, haut, base }) => [etat, valeur, bas, haut, base])
  expect(said).toEqual([
    ['au plus', null, 0, 11, 120],
    ['au moins', null, 90, 100, 120],
    ['publié', 20, 10, 30, 120],
    ['publié', 0, 0, 40, 120],
  ])
  const [line] = parse(tablesCsv(source), { columns: true }) as Record<string, string>[]
  expect(line).toMatchObject({ etat: 'au plus', valeur: '', bas: '0', haut: '11', base: '120' })
  const etat = columns.find(({ name }) => name === 'etat')!
  expect(etat.constraints!.enum).toEqual(expect.arrayContaining(['au plus', 'au moins']))
  expect(etat.description).toMatch(/au plus/)
  const book = read(spreadsheet(whole.report, source, 'xlsx'))
  const sheetOf = (name: string) => utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name]!)
  expect(sheetOf('Tableaux')[0]).toMatchObject({ État: 'au plus', Bas: 0, Haut: 11 })
  expect(sheetOf('Tableaux')[0]).not.toHaveProperty('Valeur')
  expect(sheetOf('Résultats')[0]).toMatchObject({ Bas: 0, Haut: 0.11 })
  expect(sheetOf('Résultats')[0]).not.toHaveProperty('Valeur')
  expect(JSON.stringify(sheetOf('À lire'))).toContain('Au plus')
})

test('tables.csv reads back as it was written, and its schema names every column', () => {
  const rows = parse(tablesCsv(whole.source), { columns: true }) as Record<string, string>[]
  const figures = figureRows(whole.source)
  expect(rows.map(({ valeur }) => (valeur === '' ? null : Number(valeur)))).toEqual(figures.map(({ valeur }) => valeur))
  const schema = JSON.parse(tablesSchema(whole.source))
  expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(rows[0]!))
  for (const { name, constraints } of columns)
    for (const row of rows) {
      const allowed = constraints?.enum as string[] | undefined
      if (allowed && row[name] !== '') expect(allowed).toContain(row[name])
    }
})

test('the file for Excel in French has its mark, semicolons and decimal commas', () => {
  const text = tablesExcel(whole.source)
  expect(text.startsWith('\ufeffObjectif;Action;')).toBe(true)
  expect(text).toMatch(/;publié;;\d+;\d+;\d+;\d+;pour cent;/)
  expect(text).toContain('\r\n')
})

test('no text can start a formula', async () => {
  for (const sign of ['=', '+', '-', '@', '\t=', ' =', '＝']) expect(neutral(`${sign}1`)).toBe(`'${sign}1`)
  expect(neutral('Avant 7 h 30')).toBe('Avant 7 h 30')
  const rows = parse(tablesCsv(whole.source), { columns: true }) as Record<string, string>[]
  expect(rows[0]!.resultat).toBe(`'${formula}`)
  const sheet = read(await written('report.xlsx')).Sheets.Résultats!
  expect(sheet.E2.v).toBe(`'${formula}`)
})

test('the first line of each table stays in sight, in both workbooks', async () => {
  const xlsx = unzipSync(await written('report.xlsx'))
  const frozen = (sheet: number) =>
    Buffer.from(xlsx[`xl/worksheets/sheet${sheet}.xml`]!).toString().includes('state="frozen"')
  expect([1, 2, 3, 4, 5, 6].map(frozen)).toEqual([false, true, true, true, true, true])
  const ods = unzipSync(await written('report.ods'))
  const settings = Buffer.from(ods['settings.xml']!).toString()
  for (const name of ['Résultats', 'Tableaux', 'Comparaisons', 'Couverture du plan', 'Questionnaires'])
    expect(settings).toContain(`config:name="${name}"><config:config-item config:name="VerticalSplitMode"`)
  expect(Buffer.from(ods['META-INF/manifest.xml']!).toString()).toContain('settings.xml')
})

test('the DOCX has every table the printed report has', () => {
  const tables = (blocks: PaperBlock[]): number =>
    blocks.reduce((sum, block) => {
      if (block.kind === 'group') return sum + tables(block.blocks)
      return sum + Number(['bars', 'plain', 'wall'].includes(block.kind))
    }, 0)
  const printed = paperOf(whole.report).parts.reduce((sum, { blocks }) => sum + tables(blocks), 0)
  expect(printed).toBeGreaterThan(8)
  expect(document.split('<w:tbl>').length - 1).toBe(printed)
})

test('a table of the DOCX is named: by its own title, or by that of its finding', () => {
  const captions = [...document.matchAll(/w:val="Legende"\/>.*?<w:t[^>]*>([^<]*)</g)].map(([, words]) => words)
  expect(captions.length).toBeGreaterThan(5)
  for (const words of captions) expect(words).toMatch(/^(Tableau|Figure) \d+\. ./)
})

// « hors questionnai / re » stood over its column
test('no word of the wall is wider than its column in the DOCX', () => {
  const table = document.split('<w:tbl>').find((one) => one.includes('hors questionnaire'))!
  const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  const [head = ''] = table.split('</w:tr>')
  const titles = head.split('</w:tc>').map((cell) => cell.replace(/<[^>]+>/g, ''))
  const at = titles.indexOf('hors questionnaire')
  expect(widths[at]).toBeGreaterThan(1400)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9640)
})

// « La décision demandée » and its sentence ended a page, the line to write on began the next one
test('a sentence of the DOCX stays with the table or the line that it introduces', async () => {
  const blocks = [
    { kind: 'text', text: 'Introduit.' },
    { kind: 'blank', label: 'Décision' },
    { kind: 'text', text: 'Seul.' },
  ] as const
  const parts = [{ id: 'un', title: 'Un', blocks: [...blocks] }]
  const written = unzipSync(await docxOf({ ...whole.report, parts }, whole.ttf))
  const lines = Buffer.from(written['word/document.xml']!).toString().split('<w:p>')
  const isHeld = (text: string) => lines.find((line) => line.includes(text))!.includes('<w:keepNext')
  expect(['Introduit.', 'Seul.'].map(isHeld)).toEqual([true, false])
})
