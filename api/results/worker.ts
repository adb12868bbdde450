/** The body of the analysis thread: one question at a time, each answered with its id. */
import { parentPort, workerData } from 'node:worker_threads'
import { openContext } from '../context.ts'
import { groupsIn } from '../fieldwork/flags.ts'
import { followIn } from '../fieldwork/follow.ts'
import { shiftsIn } from '../fieldwork/shifts.ts'
import { idsOfKiosk } from '../kiosks/aside.ts'
import type { StudyMemory } from '../responses/studies.ts'
import { flaggedIn } from '../vigilance/flagged.ts'
import { fieldworkIn } from './fieldwork.ts'
import { leavingOf } from './leaving.ts'
import { publishNow } from './publish.ts'
import type { Question, Said } from './thread.ts'

const context = await openContext(workerData, () => new Date())
const fieldwork = fieldworkIn(context)
const flagged = flaggedIn(context)
const follow = followIn(context)
const memory: StudyMemory = new Map()
const say = (said: Said) => parentPort!.postMessage(said)

let before: Promise<void> = Promise.resolve()
parentPort!.on('message', ({ id, question }: { id: number; question: Question }) => {
  before = before.then(() => answer(id, question))
})

function answerTo(id: number, question: Question): Promise<unknown> {
  const { slug } = question
  if (question.kind === 'fieldwork') return fieldwork(slug)
  if (question.kind === 'flagged') return flagged(slug)
  if (question.kind === 'follow') return follow(slug)
  if (question.kind === 'groups') return groupsIn(context, slug)
  if (question.kind === 'export') return leavingOf(context, slug, question.format)
  if (question.kind === 'kiosk') return idsOfKiosk(context, slug, question.kiosk, question.since)
  if (question.kind === 'shifts') return shiftsIn(context, slug)
  const step = (done: number, total: number) => say({ id, done, total })
  return publishNow(context, slug, question.by, question.at, step, memory)
}

async function answer(id: number, question: Question): Promise<void> {
  try {
    say({ id, value: await answerTo(id, question) })
  } catch (error) {
    say({ id, failure: error instanceof Error ? `${error.name}: ${error.message}` : 'unexpected' })
  }
}
