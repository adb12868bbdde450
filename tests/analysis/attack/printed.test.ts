import { expect, test } from 'vitest'
import {
  committeeFile,
  crosstabsIn,
  isRead,
  readingsOf,
  strayIn,
  textIn,
  written,
} from '../../../analysis/attack/documents.ts'
import { cellKey } from '../../../analysis/attack/mechanism.ts'
import { readingsIn, strangersIn, textOfMarkup } from '../../../analysis/attack/printed.ts'
import { baseChanges, mostCount } from '../../../analysis/attack/range.ts'
import { respondentLines, respondentsIn } from '../../../analysis/attack/respondents.ts'
import { partByShort, worldOf } from '../../../analysis/attack/world.ts'
import { doorPath } from '../../../analysis/columns/derive.ts'
import { documentFonts } from '../../../api/results/fonts.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { textOf } from '../../pdf.ts'

const people = { familles: 300, 'jeunes-11-15': 300 }
const snapshots = Object.entries(people).map(
  ([slug, many]) =>
    worldOf(materialise(founding().find((one) => one.slug === slug)!, {}), many, 13, partByShort).snapshots.at(-1)!,
)
const files = await written(snapshots, cellKey, await documentFonts())

test('a file that no attack reads stops them, whatever its ending', () => {
  expect(isRead('tables.csv', false)).toBe(true)
  expect(isRead('report.ods', true)).toBe(false)
  for (const file of ['more.csv', 'figures.json', 'report.txt', 'slides.pptx'])
    expect(() => isRead(file, true), file).toThrow('no attack reads it')
})

test('pages, documents and their words print no figure that the attacks have not read', async () => {
  expect([...files.keys()]).toEqual(expect.arrayContaining([committeeFile, 'report.docx', 'report-full.pdf']))
  expect(strayIn(files)).toEqual([])
  const known = readingsOf(files)
  for (const [file, content] of files) {
    // a file whose words nobody reads would hide any figure
    const hasWords = !/\.pdf$|^(?:tables\.csv|findings\.json|report\.xlsx)$/.test(file)
    if (hasWords) expect(textIn(file, content).length, file).toBeGreaterThan(1_000)
    if (!file.endsWith('.pdf')) continue
    const text = await textOf(content as Uint8Array)
    expect(text.length, file).toBeGreaterThan(1_000)
    expect(strangersIn(text, known), file).toEqual([])
  }
}, 60_000)

test('what the attacks believe of a whole allows the truth of its parts', () => {
  const crosstabs = snapshots.flatMap((snapshot) => crosstabsIn(files, snapshot, cellKey))
  const lines = crosstabs.flatMap(({ by, topic, width, totals, truth, isPanel }) =>
    totals.flatMap((total, line) => {
      if (!total || isPanel) return []
      const people = truth.slice(line * width, (line + 1) * width).reduce((sum, one) => sum + one, 0)
      const most = mostCount(total.range, total.base + baseChanges.at(-1)!) + cellKey.largest(topic)
      return [{ by, line, isAllowed: people <= most }]
    }),
  )
  expect(lines.length).toBeGreaterThan(100)
  expect(lines.filter(({ isAllowed }) => !isAllowed)).toEqual([])
})

// the open data have no value there: a reader of values alone would have lost them all
test('what is known of a share of none or of all is read from the state of its line', () => {
  const ends = String(files.get('tables.csv')).match(/,(?:au plus|au moins),/g) ?? []
  const ranges = snapshots
    .flatMap((snapshot) => crosstabsIn(files, snapshot, cellKey))
    .flatMap(({ prints }) => prints.flatMap(({ cells }) => cells))
  const read = ranges.filter((range) => range?.to === 0 || range?.from === 100)
  expect(ends.length).toBeGreaterThan(10)
  expect(read.length).toBeGreaterThan(ends.length / 2)
})

test('who responded is read from the page, list by list', () => {
  const lines = respondentLines(String(files.get('report.html')))
  expect(new Set(lines.map(({ list }) => list))).toEqual(new Set(['Par zone', 'Par façon de répondre']))
  expect(new Set(lines.map(({ title }) => title)).size).toBe(2)
  expect(lines.every(({ value, low, high, base }) => low <= value && value <= high && base % 5 === 0)).toBe(true)
})

test('the part of the short door is read as it is printed, and another one planted anywhere is found', () => {
  const [families] = snapshots
  const own = respondentsIn(files, families!, cellKey).find(({ path }) => path === doorPath)!
  const short = families!.study.table.columns.get(doorPath) as { codes: Int16Array }
  expect([...own.truth]).toEqual([short.codes.filter((code) => code === 0).length])
  expect(own.prints[0]!.cells[0]).not.toBeNull()
  const report = String(files.get('report-full.html') ?? files.get('report.html'))
  const planted = new Map(files).set(
    'report.html',
    `${report}<p>43,2 % des familles</p><p>43 % des réponses sont passées par l’essentiel</p>`,
  )
  const [part] = readingsOf(files).doors
  expect(part).toBeGreaterThan(33)
  expect(part).not.toBe(43)
  expect(strayIn(planted).filter((words) => words.includes('des réponses') || words.includes('43,2'))).toHaveLength(2)
  // two parts of the same responses narrow each other: neither is taken for read
  const doubled = String(files.get('findings.json')).replace(new RegExp(`${part}(.% des réponses sont)`, 'u'), '99$1')
  expect(readingsOf(new Map(files).set('findings.json', doubled)).doors.size).toBe(0)
})

test('a figure that nobody has read is found wherever it is said, in every language', () => {
  const known = readingsIn([
    { of: 'a', value: 37, low: 31, high: 43 },
    { of: 'a', value: 36, low: 30, high: 42 },
    { of: 'b', value: 12, low: 8, high: 17 },
  ])
  const same = [
    '37 % (31 – 43 %), indicatif',
    'Au cinéma 37 % 31 – 43 %',
    '36% 30% – 42%',
    '12 sur 100 8 – 17',
    'de 36 à 37 % (entre 30 % et 43 % ; 275 réponses)',
    'very likely between 8 and 17',
    'بين 30 و42',
  ]
  for (const words of same) expect(strangersIn(words, known), words).toEqual([])
  const unknown = [
    '37 % (31 – 44 %)',
    '38% 31% – 43%',
    '12 sur 100 8 – 18',
    'entre 8 % et 43 %',
    'between 8 and 16',
    'بين 31 و17',
    '37,4 %',
  ]
  for (const words of unknown) expect(strangersIn(words, known), words).toHaveLength(1)
})

test('what is read aloud is read, and no script nor style', () => {
  const page = '<style>a{width:37,4 %}</style><img alt="Zone Sud : 12&nbsp;%"><p title="dit">12<b>5</b></p>'
  expect(textOfMarkup(page).replace(/\s+/g, ' ').trim()).toBe('Zone Sud : 12&nbsp;% dit 12 5')
  expect(textOfMarkup('<w:t>12</w:t><w:t>5</w:t>', '')).toBe('125')
})

test('the end of an interval in the place of none or of all is read as that', () => {
  const known = readingsIn([
    { of: 'q', value: 0, low: 0, high: 16 },
    { of: 'q', value: 100, low: 90, high: 100 },
  ])
  expect(
    strangersIn('at most 16% 0% – 16%, ≤ 16 % (0 – 16 %), ≥ 90 % 90 – 100 %, au plus 16 sur 100 0 – 16', known),
  ).toEqual([])
  expect(strangersIn('16 % (0 – 16 %)', known)).toHaveLength(1)
  expect(strangersIn('≤ 12 % (0 – 12 %)', known)).toHaveLength(1)
})
