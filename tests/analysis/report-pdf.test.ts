import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { press } from '../../analysis/report/pdf.ts'
import { publicWriters, writers } from '../../analysis/report/writers.ts'
import { formula, manuscript } from './report-manuscript.ts'

const whole = manuscript()
const folder = mkdtempSync(join(tmpdir(), 'report-'))

async function written(file: string): Promise<{ path: string; bytes: Buffer }> {
  const writer = [...writers, ...publicWriters].find((one) => one.file === file)!
  const bytes = Buffer.from(await writer.write(whole))
  const path = join(folder, file)
  writeFileSync(path, bytes)
  return { path, bytes }
}
const textOf = (path: string) =>
  execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

test.each(['report.pdf', 'ce-que-vous-avez-dit.fr.pdf', 'ce-que-vous-avez-dit.fr-facile.pdf'])(
  '%s says it is PDF/UA-1, in French, tagged, with a title, and carries its fonts',
  async (file) => {
    const { path, bytes } = await written(file)
    const raw = bytes.toString('latin1')
    expect(raw).toMatch(/pdfuaid:part(>|=")1/)
    expect(raw).toMatch(/\/Lang \(fr-FR\)/)
    expect(raw).toContain('/StructTreeRoot')
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+Ce que .+ – Communauté/)
    expect(info).toMatch(/Page size:.*A4/)
    if (file !== 'report.pdf') expect(info).toMatch(/Pages:\s+[12]\n/)
    const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')
      .slice(2)
    for (const font of fonts) expect(font).toMatch(/AtkinsonHyperlegible.* yes yes yes /)
  },
)

test('every page of the report carries the marks', async () => {
  const { path } = await written('report.pdf')
  const pages = textOf(path).split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) {
    expect(page).toContain('Données fictives')
    expect(page).toContain('Zonage provisoire')
  }
})

test('words of a questionnaire stay words on the page', async () => {
  const { path } = await written('report.pdf')
  const text = textOf(path).replace(/\s+/g, ' ')
  expect(text).toContain(formula)
  expect(text).toContain('#set text(red) $x$ <b>')
  expect(text).toContain('Décision du comité, et date')
  expect(text).not.toMatch(/\bNaN\b|undefined|\[object/)
})

test('a fault of the page, or of PDF/UA, is an error that says which', async () => {
  const order = { data: {}, fonts: whole.ttf, day: '2026-05-31' }
  await expect(press({ ...order, markup: '#set document(title: "T")\n= A\n=== B' })).rejects.toThrow(
    /skipped from heading level 1 to 3/,
  )
  await expect(press({ ...order, markup: '= A' })).rejects.toThrow(/missing document title/)
  await expect(press({ ...order, markup: '#nothing' })).rejects.toThrow(/nothing/)
})
