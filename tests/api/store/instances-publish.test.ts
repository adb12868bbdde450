import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { openContext } from '../../../api/context.ts'
import { type PublishedQuestion, publicationsIn } from '../../../api/results/publications.ts'
import type { PublishOutcome } from '../../../api/results/publish.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aPlace } from '../fixture.ts'

const slug = 'jeunes-11-15'
const server = await startMongodb()
const adapters = [
  { name: 'SQLite', url: null },
  { name: 'MongoDB', url: server && `${server.url}publish` },
].filter(({ name, url }) => name === 'SQLite' || url !== null)

afterAll(() => server?.stop())

/** A process that is ready to publish, and does when it is asked. */
async function publisher(place: object, by: string): Promise<() => Promise<PublishOutcome>> {
  const file = join(import.meta.dirname, 'publishing.ts')
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    file,
    JSON.stringify({ place, slug, by }),
  ])
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => (stdout += text))
  child.stderr.on('data', (text) => (stderr += text))
  const outcome = new Promise<PublishOutcome>((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(stdout.split('\n')[1]!)) : reject(new Error(stderr))))
  })
  outcome.catch(() => {})
  await expect.poll(() => stdout || stderr, { timeout: 60_000 }).toContain('ready')
  return () => {
    child.stdin.end()
    return outcome
  }
}

if (!server) test.skip('processes that publish at once on MongoDB')

describe.each(adapters)('processes that publish at once on $name', ({ url }) => {
  // two processes made number 1 with 121 pages of the one that was refused
  test('one publishes at a time; if one loses its lease, one publication stands, with its own pages alone', async () => {
    const place = aPlace()
    const at = { ...place, ...(url ? { storeUrl: url } : {}) }
    const context = await openContext(at, () => new Date())
    await context.questionnaires.loadFounding(founding())
    await fill(context, [{ slug, people: 60 }], 1, () => {})
    const leases = context.store.documents('leases')
    const holder = async () => (await leases.get(`publication/${slug}`))?.value as { holder: string } | undefined

    const [ana, bea, zoe] = await Promise.all(['ana', 'bea', 'zoe'].map((by) => publisher(at, by)))
    const first = ana!()
    await expect.poll(holder, { timeout: 30_000, interval: 5 }).toBeDefined()
    expect(await bea!()).toEqual({ refused: expect.stringMatching(/en cours/) })
    // as if the first had slept until its lease was over
    await leases.remove(`publication/${slug}`)
    const outcomes = await Promise.all([first, zoe!()])

    expect(outcomes).toEqual(
      expect.arrayContaining([{ number: 1 }, { refused: expect.stringMatching(/Quelqu’un d’autre vient de publier/) }]),
    )
    const all = await publicationsIn(context.store).all(slug)
    expect(all.map(({ number }) => number)).toEqual([1])
    expect(all[0]!.madeBy).toBe('number' in outcomes[0]! ? 'ana' : 'zoe')
    const pages = await context.store.documents<PublishedQuestion>('publication-questions').list()
    expect(pages.map(({ value }) => value.path).toSorted()).toEqual(
      all[0]!.questions.map(({ path }) => path).toSorted(),
    )
    for (const { path } of all[0]!.questions)
      expect(await publicationsIn(context.store).question(slug, 1, path)).not.toBeNull()
    await context.close()
    rmSync(place.folder, { recursive: true })
  }, 300_000)
})
