import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerCount } from '../../api/answer-count.ts'
import type { Standing } from '../../api/questionnaires.ts'
import { receive } from '../../api/responses.ts'
import { aHouse, aSheet } from './fixture.ts'

test('a neighbour who has just answered cannot be told from the number of answers, once they count', async () => {
  const { house, discard } = await aHouse()
  const shown = (status: Standing['status']) =>
    answerCount(house, 'garde', { status, version: 1, closesAt: null, origin: 'founding' })
  for (let sheet = 0; sheet < 7; sheet++) await receive(house, aSheet({ id: randomUUID() }))
  expect([await shown('trial'), await shown('open'), await shown('closed')]).toEqual([7, 5, 5])
  await discard()
})
