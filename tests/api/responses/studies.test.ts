import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AppContext } from '../../../api/context.ts'
import { reviewCollection } from '../../../api/fieldwork/reviews.ts'
import { receive } from '../../../api/responses/responses.ts'
import { type StudyMemory, studiesIn } from '../../../api/responses/studies.ts'
import { anOffice, type Office } from '../accounts/office.ts'
import { aSentResponse } from '../fixture.ts'

let office: Office
let memory: StudyMemory
let listed: number
/** What is read of the disk is not what was written there. */
let isSpoilt: boolean
/** The context, with its listings of digests counted. */
let counting: AppContext
beforeEach(async () => {
  office = await anOffice()
  memory = new Map()
  listed = 0
  isSpoilt = false
  const { store } = office.context
  const responses = {
    ...store.responses,
    digests(slug: string) {
      listed += 1
      return store.responses.digests(slug)
    },
    async some(ids: readonly string[]) {
      const rows = await store.responses.some(ids)
      return isSpoilt ? rows.map((row) => ({ ...row, sealed: row.sealed.map((byte) => byte ^ 1) })) : rows
    },
  }
  counting = { ...office.context, store: { ...store, responses } }
})
afterEach(() => office.discard())

const write = async (garde: 'oui' | 'non') => {
  const response = aSentResponse({ answers: garde === 'oui' ? { garde } : { garde, pourquoi: 'Loin' } })
  await receive(office.context, response)
  return response.id
}
const read = async (own: StudyMemory | null = memory) => (await studiesIn(counting, 'garde', undefined, own))[0]!

test('newcomers join the columns held in memory without the others being listed, and give what a first reading gives', async () => {
  for (const garde of ['oui', 'non', 'oui'] as const) await write(garde)
  const first = await read()
  expect(await read()).toEqual(first)
  await write('non')
  await write('oui')
  const grown = await read()
  expect(grown.responses).toBe(5)
  expect(grown).toEqual(await read(null))
  expect(listed).toBe(0)
})

test('what is withdrawn is in no column of the next reading, whoever came in its place', async () => {
  await write('oui')
  const last = await write('non')
  await read()
  await office.context.store.responses.remove(last)
  await write('oui')
  const after = await read()
  expect(after.members.tokens).toHaveLength(2)
  expect(after).toEqual(await read(null))
})

test('a response that could not be read is tried again, and counts from then on', async () => {
  await write('oui')
  await read()
  await write('non')
  isSpoilt = true
  expect((await read()).responses).toBe(1)
  isSpoilt = false
  await write('oui')
  expect((await read()).responses).toBe(3)
})

test.each([1, 2, 8])(
  'threads that read %i ranges give what one reading gives, and go on from there',
  async (ranges) => {
    const ids: string[] = []
    for (let row = 0; row < 24; row++) ids.push(await write(row % 3 === 0 ? 'non' : 'oui'))
    const { responses } = office.context.store
    const lost = (await responses.get(ids[5]!))!
    await responses.replace({ ...lost, sealed: lost.sealed.map((byte) => byte ^ 1) }, lost.digest)
    const aside = { state: 'aside' as const, why: '', group: '', reason: '', by: '', at: '' }
    await reviewCollection(office.context.store).put(`garde/${ids[6]}`, aside, null)
    const readers = { ...office.context.readers!, from: 1, each: 24 / ranges }
    const progress: number[] = []
    counting = { ...counting, readers }
    const [study] = await studiesIn(counting, 'garde', (read) => progress.push(read), memory)
    const alone = { ...counting, readers: null }
    expect(study).toEqual((await studiesIn(alone, 'garde'))[0])
    expect(study!.responses).toBe(22)
    expect(progress.at(-1)).toBe(23)
    await write('oui')
    expect(await read()).toEqual((await studiesIn(alone, 'garde'))[0])
  },
)
