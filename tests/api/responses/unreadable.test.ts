import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { Problem } from '../../../api/http/problems.ts'
import { backUp } from '../../../api/operations/backup.ts'
import { today } from '../../../api/operations/today/today.ts'
import { receive } from '../../../api/responses/responses.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { unreadableIn } from '../../../api/responses/unreadable.ts'
import { hashOfProof, withdrawalsIn } from '../../../api/responses/withdrawals.ts'
import { madeExport } from '../../../api/results/export/exported.ts'
import type { StoredResponse } from '../../../api/store/store.ts'
import { anOffice, type Office } from '../accounts/office.ts'
import { aPlace, aSentResponse } from '../fixture.ts'

const people = 40
let office: Office
beforeEach(async () => {
  office = await anOffice()
  for (let person = 0; person < people; person++)
    await receive(
      office.context,
      aSentResponse({ answers: person % 2 ? { garde: 'oui' } : { garde: 'non', pourquoi: 'Loin' } }),
    )
})
afterEach(() => office.discard())

const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

/** One bit of a response is no longer what was written. */
async function damaged(
  change: (row: StoredResponse) => Partial<StoredResponse> = ({ sealed }) => ({ sealed: flipped(sealed, 40) }),
) {
  const { responses } = office.context.store
  for await (const [row] of responses.blocks('garde', 1)) {
    expect(await responses.replace({ ...row!, ...change(row!) }, row!.digest)).toBe(true)
    return row!
  }
  throw new Error('there is no response to damage')
}
const unreadable = () => unreadableIn(office.context)
const lines = async (login: string) =>
  (await today(office.context, (await office.context.accounts.all.find(login))!)).lines.filter(({ text }) =>
    text.includes('ne peu'),
  )

test('one flipped bit takes one response out of the counts, the export, the publication and the vigilance, and stops none', async () => {
  const { id } = await damaged()
  const [study] = await studiesIn(office.context, 'garde')
  expect(study!.responses).toBe(people - 1)
  const { rows, unreadable: left } = await madeExport(office.context, 'garde', { form: 'full', format: 'csv' })
  expect([rows, left]).toEqual([people - 1, 1])
  expect((await office.context.analysis.toPublish('garde')).total).toBe(40)
  expect(await office.context.analysis.flagged('garde')).toEqual([])
  expect(await office.context.analysis.groups('garde')).toEqual([])
  expect(await office.context.analysis.publish('garde', 'moi', '2026-03-02T09:00:00.000Z', () => {})).toEqual({
    number: 1,
  })
  expect(await unreadable().list()).toMatchObject([{ id, questionnaire: 'garde' }])
}, 60_000)

test('an administrator reads on the day’s page that a response is unreadable, and on another which and since when', async () => {
  const admin = await office.placed(['admin'])
  const analyst = await office.placed(['analyst'])
  expect(await lines(admin.login)).toEqual([])
  const { id, receivedAt } = await damaged()
  await studiesIn(office.context, 'garde')
  expect(await lines(admin.login)).toMatchObject([{ link: '/gerer/illisibles', urgent: true }])
  const { body, text } = await admin.browser.get('/api/unreadable')
  expect(body).toEqual({
    responses: [{ id, questionnaire: 'garde', receivedAt, noticedAt: '2026-03-02T09:00:00.000Z' }],
  })
  expect(text).not.toContain('Loin')
  expect((await analyst.browser.get('/api/unreadable')).status).toBe(403)
})

test('a response that opens again counts again, with the columns that are remembered, and its note goes', async () => {
  const memory = new Map()
  const whole = await damaged()
  expect((await studiesIn(office.context, 'garde', undefined, memory))[0]!.responses).toBe(people - 1)
  expect(await office.context.store.responses.replace(whole, whole.digest)).toBe(true)
  expect((await studiesIn(office.context, 'garde', undefined, memory))[0]!.responses).toBe(people)
  expect(await unreadable().list()).toEqual([])
})

test('its person reads why it cannot be shown, and can still withdraw it', async () => {
  const withdrawal = hashOfProof('preuve')
  await damaged(({ sealed }) => ({ sealed: flipped(sealed, 0), withdrawal }))
  const own = withdrawalsIn(office.context)
  await expect(own.read('preuve')).rejects.toEqual(new Problem('response-unreadable'))
  await expect(own.correct({ proof: 'preuve', answers: { garde: 'oui' } })).rejects.toEqual(
    new Problem('response-unreadable'),
  )
  expect(await own.withdraw('preuve')).toMatchObject({ outcome: 'done' })
  expect(await unreadable().list()).toEqual([])
  expect(await office.context.store.responses.count('garde')).toBe(people - 1)
})

test('it stops no backup', async () => {
  await damaged()
  const folder = join(aPlace().folder, 'backups')
  const now = new Date('2026-03-02T09:00:00Z')
  expect(await backUp(office.context.store, office.context.keyring, { folder, days: 7, now })).toMatchObject({
    verified: true,
  })
  rmSync(folder, { recursive: true })
})

test('the altered name of a key does not refuse the next start: its response is unreadable, no key is missing', async () => {
  await damaged(({ key }) => ({ key: `${key!.slice(0, -1)}${key!.endsWith('0') ? '1' : '0'}` }))
  const again = await openContext(office.config, () => new Date(office.clock.now))
  try {
    expect((await studiesIn(again, 'garde'))[0]!.responses).toBe(people - 1)
  } finally {
    await again.close()
  }
})

test('any flipped bit of a response that lies as plain JSON is passed over or read, and stops nothing', async () => {
  const row = await damaged((row) => ({ sealed: row.sealed }))
  const response = (await unreadable().open(row))!
  const plain = new Uint8Array(Buffer.from(JSON.stringify(response)))
  let left = 0
  for (let bit = 0; bit < plain.length * 8; bit++) {
    const sealed = plain.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    await office.context.store.responses.replace({ ...row, sealed, key: null }, row.digest)
    const [study] = await studiesIn(office.context, 'garde')
    left += people - study!.responses
  }
  expect(left).toBeGreaterThan(plain.length)
}, 300_000)

test('npm run report names on stderr how many responses it left out', async () => {
  await damaged()
  const run = promisify(execFile)
  const root = resolve(import.meta.dirname, '../../..')
  const out = aPlace().folder
  const { stderr, stdout } = await run(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'api/commands/report.ts'),
      ...[
        '--store',
        office.config.storeUrl,
        '--keyring',
        office.config.keyringPath,
        '--questionnaire',
        'garde',
        '--out',
        out,
      ],
    ],
    { cwd: root },
  )
  expect(stderr).toMatch(/garde : 1\sréponse illisible, laissée de côté/)
  // the 39 others, to the nearest five
  expect(stdout).toMatch(/^40\sréponses/)
  rmSync(out, { recursive: true })
}, 120_000)
