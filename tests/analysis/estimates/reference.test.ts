import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runFolder } from '../../../analysis/scripts/reference/run.ts'

const own = join(import.meta.dirname, '../../reference')
const beside = process.env.REFERENCE_DIR ?? join(import.meta.dirname, '../../../../shared/reference/stats')
const scratch = mkdtempSync(join(tmpdir(), 'reference-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('every case on data of this project agrees with R and mpmath', () => {
  const { cases, passed, failed, skipped } = runFolder(own)
  expect(failed).toEqual([])
  expect(skipped).toEqual([])
  expect(cases).toBe(passed)
  expect(cases).toBeGreaterThan(150)
})

if (!existsSync(beside))
  console.warn(`REFERENCE CASES ON GPL DATA NOT RUN: NO FOLDER ${beside} (SET REFERENCE_DIR TO RUN THEM)`)

test.skipIf(!existsSync(beside))(
  'every case of the shared folder agrees too, or is named as one of an estimator that is not there',
  () => {
    const { cases, passed, failed, skipped } = runFolder(beside)
    expect(failed).toEqual([])
    expect(skipped).toContain('total_srs')
    expect(skipped).not.toContain('mean_clus')
    expect(passed + skipped.length).toBe(cases)
  },
)

test('a wrong expected value fails, whatever kind of row it is in', () => {
  for (const file of ['ctg_familles.csv', 'edge24.csv', 'margin_zone.csv', 'margin_qf.csv', 'margin_fam.csv'])
    cpSync(join(own, file), join(scratch, file))
  type Row = { id: string } & Record<string, never>
  const read = (name: string): Row[] => JSON.parse(readFileSync(join(own, name), 'utf8'))
  const named = (rows: Row[], id: string) => structuredClone(rows.find((row) => row.id === id)!) as unknown as Wrong
  type Wrong = {
    result: { se: number[]; weights: number[] }
    adjusted: Record<string, number[]>
    value: number
    error: string | undefined
  }
  const mean = named(read('cases_weighting.json'), 'w_rake3_mean')
  mean.result.se[0]! *= 1 + 1e-6
  const refused = named(read('cases_awkward.json'), 'x_ps_na_var')
  refused.error = undefined
  const raked = named(read('cases_weighting.json'), 'w_rake3')
  raked.result.weights[5]! *= 1 + 1e-6
  const adjusted = structuredClone(read('cases_padjust.json')[0]) as unknown as Wrong
  adjusted.adjusted.holm![0] = 0.5
  const distribution = structuredClone(read('cases_distributions.json')[0]) as unknown as Wrong
  distribution.value *= 1 + 1e-9
  const wrong = [mean, refused, raked, adjusted, distribution]
  writeFileSync(join(scratch, 'cases_wrong.json'), JSON.stringify(wrong))
  const report = runFolder(scratch)
  expect(report).toMatchObject({ cases: wrong.length, passed: 0 })
})

test('a folder without cases is not a success', () => {
  expect(() => runFolder(mkdtempSync(join(scratch, 'empty-')))).toThrow('no case found')
})
