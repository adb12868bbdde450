import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Standing } from '../../../api/questionnaires/questionnaires.ts'
import { answerCount } from '../../../api/responses/answer-count.ts'
import { receive } from '../../../api/responses/responses.ts'
import { anApp, aSentResponse } from '../fixture.ts'

test('the number of answers does not reveal a neighbour who has just answered, once they count', async () => {
  const { context, discard } = await anApp()
  const shown = (status: Standing['status']) =>
    answerCount(context, 'garde', { status, version: 1, closesAt: null, origin: 'founding' })
  for (let response = 0; response < 7; response++) await receive(context, aSentResponse({ id: randomUUID() }))
  expect([await shown('trial'), await shown('open'), await shown('closed')]).toEqual([7, 5, 5])
  await discard()
})
