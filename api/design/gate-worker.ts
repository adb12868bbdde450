/** The body of the checking thread: one draft at a time. */
import { parentPort } from 'node:worker_threads'
import { measureRules } from '../../analysis/measures/catalogue.ts'
import { gate } from '../../surveys/review/review.ts'
import type { GateQuestion } from './gate-thread.ts'

parentPort!.on('message', ({ questionnaire, reasons, previous }: GateQuestion) => {
  parentPort!.postMessage(gate(questionnaire, { measures: measureRules, reasons, previous }))
})
parentPort!.postMessage('ready')
