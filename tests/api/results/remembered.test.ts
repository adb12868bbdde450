import { afterAll, beforeAll, expect, test } from 'vitest'
import { receive } from '../../../api/responses/responses.ts'
import { rememberedIn } from '../../../api/results/remembered.ts'
import { anOffice, type Office } from '../accounts/office.ts'
import { aSentResponse } from '../fixture.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.discard())

test('each response is worked on once, in the order of the ids; a withdrawn one is forgotten at once', async () => {
  const write = async () => {
    const response = aSentResponse()
    await receive(office.context, response)
    return response.id
  }
  const ids = [await write(), await write()]
  const worked: string[] = []
  const all = rememberedIn(office.context, async ({ id }) => {
    worked.push(id)
    return id
  })
  expect(await all('garde')).toEqual(ids.toSorted())
  ids.push(await write(), await write())
  expect(await all('garde')).toEqual(ids.toSorted())
  expect(await all('garde')).toEqual(ids.toSorted())
  expect(worked.toSorted()).toEqual(ids.toSorted())
  const withdrawn = ids.pop()!
  await office.context.store.responses.remove(withdrawn)
  ids.push(await write())
  expect(await all('garde')).toEqual(ids.toSorted())
  expect(worked.toSorted()).toEqual([...ids, withdrawn].toSorted())
})
