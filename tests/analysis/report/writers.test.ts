import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { paperOf } from '../../../analysis/report/pdf/paper.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import { publicWriters, type Writer, writers } from '../../../analysis/report/writers.ts'
import { writerInput } from './example-report.ts'

const whole = writerInput()
const nextDay = writerInput(undefined, '2026-06-01')
const silent = writerInput([])
const bytesOf = async (writer: Writer, from = whole) => Buffer.from(await writer.write(from))
const all = [...writers, ...publicWriters]

/** Sentences and table lines with a share and nothing that says how sure it is. */
function naked(lines: string[]): string[] {
  return lines
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .filter((line) => /%/.test(line.replace(/à 95\s%/g, '')))
    .filter((line) => !/entre .+ et .+%|\d\s–\s\d+\s%|intervalle/i.test(line))
}
/** Limits of classes, marks of axes, thresholds of tests and the rules of strength measure nothing. */
const isRule = (line: string) =>
  /^(Du plus clair|(Ce que disent les réponses )?de 0 à|total dépasse)|points|dépasse 100|seuil de 5\s%/i.test(line)

test('the scan for naked percentages finds one', () => {
  expect(naked(['42 % des familles sont d’accord.'])).toHaveLength(1)
  expect(naked(['42 % (entre 36 % et 48 % ; 212 réponses).'])).toEqual([])
})

test.each(all)('$file: the same report twice gives the same bytes, another day does not', async (writer) => {
  const [first, second] = [await bytesOf(writer), await bytesOf(writer)]
  expect(first.equals(second)).toBe(true)
  expect(first.length).toBeGreaterThan(500)
  if (!/^tables.*csv$/.test(writer.file)) expect((await bytesOf(writer, nextDay)).equals(first)).toBe(false)
})

test.each(all)('$file is written when nobody has answered', async (writer) => {
  expect((await bytesOf(writer, silent)).length).toBeGreaterThan(100)
})

test('no two writers write to one file', () => {
  expect(new Set(all.map(({ file }) => file)).size).toBe(all.length)
})

test('no document shows a percentage without its interval in the same sentence or line', async () => {
  const xmlOf = async (file: string) => unzipSync(await bytesOf(all.find((one) => one.file === file)!))
  const document = Buffer.from((await xmlOf('report.docx'))['word/document.xml']!).toString()
  const rows = document.split(/<\/w:tr>/).flatMap((part) => {
    const table = part.lastIndexOf('<w:tr>')
    const words = (xml: string) => xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    return table < 0
      ? part.split('</w:p>').map(words)
      : [...part.slice(0, table).split('</w:p>').map(words), words(part.slice(table))]
  })
  expect(rows.some((line) => line.includes('%'))).toBe(true)
  expect(naked(rows).filter((line) => !isRule(line.trim()))).toEqual([])
  for (const writer of publicWriters.filter(({ file }) => /\.fr(-facile)?\.html$/.test(file))) {
    const body = (await bytesOf(writer)).toString().split('<body>')[1]!
    expect(
      naked(
        body
          .replace(/<svg[\s\S]*?<\/svg>/g, '')
          .split(/<\/(?:p|h\d)>/)
          .map((one) => one.replace(/<[^>]+>/g, ' ')),
      ),
    ).toEqual([])
  }
})

test('the words for the printed page carry the interval of every share', () => {
  const lines: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (value !== null && typeof value === 'object') {
      const row = value as Record<string, unknown>
      if ('cells' in row) lines.push(JSON.stringify(row.cells))
      else if ('text' in row && !('fill' in row)) lines.push(String(row.text))
      else for (const [key, one] of Object.entries(row)) if (key !== 'axis') visit(one)
    }
  }
  visit(paperOf(whole.report).parts)
  expect(lines.some((line) => line.includes('%'))).toBe(true)
  expect(naked(lines).filter((line) => !isRule(line) && !line.includes('points'))).toEqual([])
})

/** What a reader takes in at once: a paragraph, a title, a line of a table. Drawings, styles and scripts say nothing in words. */
const linesOf = (page: string): string[] =>
  page
    .replace(/<(svg|style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<ul class="scale">[\s\S]*?<\/ul>|<thead>[\s\S]*?<\/thead>/g, '')
    .split(/<\/(?:p|h\d|tr|li|dd|dt|figcaption)>/)
    .map((one) => one.replace(/<[^>]+>/g, ' '))

test('nor does report.html, nor what its drawings say to pointer and keyboard', async () => {
  const page = (await bytesOf(writers.find(({ file }) => file === 'report.html')!)).toString()
  const lines = linesOf(page.split('<main')[1]!)
  expect(lines.some((line) => line.includes('%'))).toBe(true)
  expect(naked(lines).filter((line) => !isRule(line.trim()))).toEqual([])
  const tips = [...page.matchAll(/data-tip="([^"]+)"/g)].map(([, words]) => words!)
  expect(tips.length).toBeGreaterThan(3)
  expect(naked(tips)).toEqual([])
  const weeks = [...page.matchAll(/data-week="([^"]+)"/g)].flatMap(
    ([, json]) => json!.match(/&quot;[^&]+&quot;/g) ?? [],
  )
  expect(weeks.length).toBeGreaterThan(3)
  expect(naked(weeks)).toEqual([])
})

test('nor do the printed pages for everyone', async () => {
  for (const language of ['fr', 'fr-facile'] as const) {
    const pages = publicPages(whole.source, language)
    const told = [...pages.pages, ...pages.items]
    const lines = [pages.opening, pages.barKey, ...told.flatMap(({ title, lines: own }) => [title, ...own])]
    if (language === 'fr') expect(lines.length).toBeGreaterThan(2)
    expect(naked(lines)).toEqual([])
  }
})

test.each(['report.xlsx', 'report.ods'])('nor does any line of %s', async (file) => {
  const book = read(await bytesOf(writers.find((one) => one.file === file)!), { cellNF: true })
  for (const name of book.SheetNames) {
    const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets[name]!, { header: 1, raw: false })
    // three cells of a line are one figure: value, low, high; of none or of all, the ends are what is known
    const written = rows.map((row) => row.filter((cell) => /^\d+\s?%$/.test(String(cell))))
    for (const shares of written) expect([0, 2, 3]).toContain(shares.length)
    const words = rows.flatMap((row) => row.filter((cell) => /[a-z].*%/i.test(String(cell))).map(String))
    expect(naked(words).filter((line) => !isRule(line))).toEqual([])
  }
})

test('nor does any line of the open data', async () => {
  const text = (await bytesOf(writers.find(({ file }) => file === 'tables.csv')!)).toString()
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  const shares = rows.filter(({ unite, etat }) => unite === 'pour cent' && etat === 'publié')
  expect(shares.length).toBeGreaterThan(3)
  for (const { valeur, bas, haut, base } of shares)
    for (const number of [valeur, bas, haut, base]) expect(number).toMatch(/^\d/)
})
