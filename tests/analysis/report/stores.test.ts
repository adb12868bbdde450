import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { assess } from '../../../analysis/findings/assessment.ts'
import { reportOf } from '../../../analysis/report/build.ts'
import { html } from '../../../analysis/report/html/html.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { openContext } from '../../../api/context.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { unperturbed } from '../columns/study.ts'

const server = await startMongodb()
const folder = mkdtempSync(join(tmpdir(), 'ctg-report-'))
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function written(storeUrl: string, keyring: string) {
  const context = await openContext(
    { storeUrl, keyringPath: join(folder, keyring) },
    () => new Date('2026-03-02T10:00:00Z'),
  )
  try {
    await context.questionnaires.loadFounding(founding())
    await fill(context, [{ slug: 'familles', people: 120 }], 7, () => {})
    const studies = await studiesIn(context, 'familles')
    const digest = createHash('sha256')
      .update(studies.map((study) => study.digest).join())
      .digest('hex')
    const scope = { questionnaire: 'familles', objective: null }
    const about = { place: 'Ici', date: '2026-05-31', demo: true, digest, scope, zones: provisionalZones() }
    // the noise hangs on the key of the questionnaire, which each base draws for itself
    const source = assess(studies, about, undefined, unperturbed)
    return { findings: JSON.stringify(source), page: html(reportOf(source)) }
  } finally {
    await context.close()
  }
}

describe.skipIf(server === null)('with a real server', () => {
  test('the same answers and the same date give the same bytes from SQLite and from MongoDB, the noise of their keys apart', async () => {
    const sqlite = await written(`sqlite:${join(folder, 'a.db')}`, 'a.json')
    const mongodb = await written(`${server!.url}report_${process.pid}`, 'b.json')
    expect(mongodb.findings === sqlite.findings).toBe(true)
    expect(mongodb.page === sqlite.page).toBe(true)
    expect(sqlite.findings.includes('"responses":120')).toBe(true)
  })
})
