import { expect, test } from 'vitest'
import { openLog } from '../../api/http/log.ts'
import { aServer } from './fixture.ts'

async function failed(showErrors: boolean) {
  const logged: string[] = []
  const log = openLog((line) => logged.push(line), showErrors)
  const server = await aServer({ log, showErrors })
  server.context.questionnaires.list = async () => {
    throw new TypeError('la phrase de l’erreur')
  }
  const answer = await fetch(`${server.url}/api/questionnaires`)
  const body = await answer.text()
  await server.discard()
  return { status: answer.status, body, logged: logged.join('') }
}

test('an unexpected error says nothing of itself, in its answer or in the journal', async () => {
  const { status, body, logged } = await failed(false)
  expect(status).toBe(500)
  expect(logged).toContain('TypeError')
  expect(body + logged).not.toContain('la phrase de l’erreur')
})

test('whoever develops reads its message in both', async () => {
  const { status, body, logged } = await failed(true)
  expect(status).toBe(500)
  expect(JSON.parse(body)).toMatchObject({ code: 'unexpected', detail: 'TypeError: la phrase de l’erreur' })
  expect(logged).toContain('la phrase de l’erreur')
})
