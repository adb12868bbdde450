/** What one response costs as a store grows: taken in, read into columns, shown by the explorer; and the memory its columns take. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Benchmark, Figure } from '../../../analysis/scripts/bench/benchmark.ts'
import type { Answers, Response } from '../../../surveys/answers/response.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import type { AppContext } from '../../context.ts'
import { encryptResponse } from '../../keys/encryption.ts'
import { receive } from '../../responses/responses.ts'
import { type StudyMemory, studiesIn } from '../../responses/studies.ts'
import { withScratchContext } from './scratch-context.ts'

const slug = 'jeunes-16-25'
const smallest = 1_000
/** Different people drawn; beyond, the same answers come again under other ids. */
const drawn = 2_000
const newcomers = 1_000
const together = 64
const loadedAtOnce = 1_000
const reads = 3

type Cost = { taken: number; read: number; coldMs: number; grown: number; bytesPerField: number }

export const growth: Benchmark = {
  name: 'growth',
  title: 'Ce que coûte une réponse quand la base grandit',
  async run(step, { largest: asked, isShort }) {
    const largest = isShort ? 2 * smallest : asked
    const sizes = sizesTo(largest)
    return withScratchContext(async (context) => {
      const people = await peopleOf(context)
      const costs: Cost[] = []
      let there = 0
      for (const size of sizes) {
        await load(context, people, size - newcomers - there, (done) => step((there + done) / largest))
        costs.push(await costAt(context, people, size))
        there = size
        step(size / largest)
      }
      return figuresOf(sizes, costs)
    })
  },
}

/** Ten times more each time, the largest last. */
function sizesTo(largest: number): number[] {
  const sizes: number[] = []
  for (let size = smallest; size < largest; size *= 10) sizes.push(size)
  return [...sizes, largest]
}

function figuresOf(sizes: number[], costs: Cost[]): Figure[] {
  const ratio = (name: 'taken' | 'read' | 'grown') => costs.at(-1)![name] / costs[0]![name]
  return [
    ...sizes.flatMap((size, at) => [
      { name: `takenMs${size}`, title: `${size} réponses : en recevoir une`, value: costs[at]!.taken, unit: 'ms' },
      { name: `readMs${size}`, title: `${size} réponses : lire chacune`, value: costs[at]!.read, unit: 'ms' },
      {
        name: `grownMs${size}`,
        title: `${size} réponses : ${newcomers} de plus, chacune`,
        value: costs[at]!.grown,
        unit: 'ms',
      },
    ]),
    {
      name: 'takenRatio',
      title: 'Recevoir, la plus grande base pour la plus petite',
      value: ratio('taken'),
      unit: '×',
      isBetterSmall: true,
    },
    {
      name: 'readRatio',
      title: 'Lire, la plus grande base pour la plus petite',
      value: ratio('read'),
      unit: '×',
      isBetterSmall: true,
    },
    {
      name: 'coldSeconds',
      title: 'La plus grande base, lue en entier, par l’horloge',
      value: costs.at(-1)!.coldMs / 1_000,
      unit: 's',
      isBetterSmall: true,
    },
    { name: 'bytesPerField', title: 'Mémoire par question répondue', value: costs.at(-1)!.bytesPerField, unit: 'o' },
  ]
}

/** @param size responses stored once the newcomers have come; what they find is checked */
async function costAt(context: AppContext, people: Answers[], size: number): Promise<Cost> {
  const memory: StudyMemory = new Map()
  const before = await memoryBytes()
  await studiesIn(context, slug, undefined, memory)
  const bytes = (await memoryBytes()) - before
  const taken = await cpuMs(() => takeIn(context, people))
  const grown = await cpuMs(async () => {
    const [study] = await studiesIn(context, slug, undefined, memory)
    if (study!.responses !== size) throw new Error(`${study!.responses} responses were read where ${size} were sent`)
  })
  memory.clear()
  let read = Number.POSITIVE_INFINITY
  let coldMs = Number.POSITIVE_INFINITY
  for (let round = 0; round < reads; round++) {
    const start = performance.now()
    read = Math.min(read, await cpuMs(() => studiesIn(context, slug, undefined, new Map())))
    coldMs = Math.min(coldMs, performance.now() - start)
  }
  const fields = people.reduce((sum, answers) => sum + Object.keys(answers).length, 0) / people.length
  return {
    taken: taken / newcomers,
    read: read / size,
    coldMs,
    grown: grown / newcomers,
    bytesPerField: bytes / ((size - newcomers) * fields),
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes are given back some time after they are collected: what was loaded before would count as freed by the reading. */
async function memoryBytes(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect()
    await pause(200)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Processor time in milliseconds, threads included: what else the machine does weighs little on it. */
async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

async function peopleOf(context: AppContext): Promise<Answers[]> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const [random, draw] = [seeded(16), respondentsOf(questionnaire)]
  return Array.from({ length: drawn }, () => draw(random).answers)
}

const sentOf = (answers: Answers, version: number) => ({
  id: randomUUID(),
  questionnaire: slug,
  version,
  mode: 'web' as const,
  channel: '',
  language: 'fr' as const,
  answers,
})

async function takeIn(context: AppContext, people: Answers[]): Promise<void> {
  const { standing } = await context.questionnaires.found(slug)
  for (let sent = 0; sent < newcomers; sent += together)
    await Promise.all(
      people
        .slice(sent, Math.min(sent + together, newcomers))
        .map((answers) => receive(context, sentOf(answers, standing.version))),
    )
}

/** Rows as the intake writes them, without its checks: what is measured comes afterwards. */
async function load(context: AppContext, people: Answers[], count: number, step: (done: number) => void) {
  const { standing } = await context.questionnaires.found(slug)
  const key = await context.keyring.keyFor(slug)
  const receivedAt = context.now().toISOString()
  for (let from = 0; from < count; from += loadedAtOnce) {
    const rows = Array.from({ length: Math.min(loadedAtOnce, count - from) }, (_, at) => {
      const response: Response = {
        ...sentOf(people[(from + at) % people.length]!, standing.version),
        trial: standing.status === 'trial',
        receivedAt,
      }
      return { kind: 'response' as const, row: encryptResponse(response, key, true) }
    })
    await context.store.load(rows)
    step(from)
  }
}
