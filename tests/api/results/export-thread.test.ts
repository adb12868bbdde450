import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import QRCode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryptResponse } from '../../../api/keys/encryption.ts'
import { madeExport } from '../../../api/results/export/exported.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { aSentResponse } from '../fixture.ts'

const responses = 4_000
let office: Office
let exporter: Person
beforeAll(async () => {
  office = await anOffice()
  exporter = await office.placed(['full-exporter', 'publisher'])
  const key = await office.context.keyring.keyFor('garde')
  const rows = Array.from({ length: responses }, (_, at) => {
    const answers = { garde: 'non', pourquoi: `Raison ${at} : trop loin, ou fermé le mercredi. `.repeat(8) }
    const response = {
      ...aSentResponse({ id: randomUUID(), answers }),
      trial: true,
      receivedAt: '2026-03-01T08:00:00.000Z',
    }
    return encryptResponse(response, key, true)
  })
  for (let from = 0; from < rows.length; from += 200)
    await Promise.all(rows.slice(from, from + 200).map((row) => office.context.store.responses.insert(row)))
  // the thread is up before anything is measured
  await office.context.analysis.toPublish('garde').catch(() => {})
})
afterAll(() => office.discard())

/** What a piece of work costs the thread that answers everybody: its processor time, and the longest it let nobody in (printed: it depends on the machine). */
async function costOf(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const before = process.threadCpuUsage()
  await work()
  const spent = process.threadCpuUsage(before)
  delay.disable()
  return { cpuMs: (spent.user + spent.system) / 1_000, longestMs: delay.max / 1e6 }
}

test('an export is made beside the server: hardly any of its work falls on the thread that answers everybody', async () => {
  const here = await costOf(() => madeExport(office.context, 'garde', { form: 'full', format: 'csv' }))
  const wanted = { format: 'csv', reason: 'Étude des besoins' }
  const apart = await costOf(async () => {
    const { status, body } = await exporter.browser.post('/api/export/garde/full', wanted)
    expect([status, body.rows, body.file]).toEqual([200, responses, expect.stringMatching(/^garde-\w+\.csv$/)])
  })
  console.info(`export of ${responses}: here ${JSON.stringify(here)}, apart ${JSON.stringify(apart)}`)
  // the client of the test reads and parses the answer on this thread too
  expect(apart.cpuMs).toBeLessThan(here.cpuMs / 2)
  const [line] = (await office.context.audit.page(0)).lines
  expect(line).toMatchObject({ what: 'exported-full', details: { fiches: responses, raison: 'Étude des besoins' } })
}, 120_000)

test('six hundred codes are drawn and set beside the server', async () => {
  const printing = await costOf(async () => {
    const batch = { label: 'École', count: 600 }
    expect((await exporter.browser.post('/api/fieldwork/garde/codes', batch)).status).toBe(201)
  })
  const address = 'https://enquete.exemple.fr/q/garde#code=7KQM2-H9XD5'
  const squares = await costOf(() =>
    Promise.all(
      Array.from({ length: 600 }, () => QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M' })),
    ),
  )
  console.info(`600 codes: ${JSON.stringify(printing)}, their squares alone ${JSON.stringify(squares)}`)
  expect(printing.cpuMs).toBeLessThan(squares.cpuMs)
}, 120_000)
