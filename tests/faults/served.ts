/** A real server on a place of its own, and one answer sent to it: what every fault begins with. */
import { openContext } from '../../api/context.ts'
import type { SentResponse } from '../../surveys/answers/response.ts'
import { start } from '../api/commands/serving.ts'
import { aPlace, aSentResponse, type Place, smallQuestionnaire } from '../api/fixture.ts'
import { type Comparison, compared, digestOf, isTrue, openOracle } from '../soak/oracle.ts'

export type Answered = { status: number; title: string }

export async function installed(place: Place = aPlace()): Promise<Place> {
  const context = await openContext(place, () => new Date())
  await context.questionnaires.loadFounding([smallQuestionnaire])
  await context.close()
  return place
}

export const served = ({ dataDir, keyringPath }: Place, environment: Record<string, string> = {}) =>
  start({ DATA_DIR: dataDir, KEYRING: keyringPath, ...environment })

/** Sends answers and writes down what is acknowledged. */
export function senderOf(place: Place) {
  const oracle = openOracle(`${place.folder}/oracle`)
  return {
    async send(
      url: string,
      response: SentResponse = aSentResponse({ answers: { garde: 'non', pourquoi: crypto.randomUUID() } }),
    ) {
      oracle.note('sent', response.id)
      const answer = await fetch(`${url}/api/responses/${response.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(response),
      }).catch(() => null)
      if (answer?.ok) oracle.note('acknowledged', response.id, digestOf(response))
      const { title = '' } = (await answer?.json().catch(() => null)) ?? {}
      return { status: answer?.status ?? 0, title: String(title), response }
    },
    /** What the store has in the end, beside what was acknowledged. */
    async end(): Promise<Comparison & { isTrue: boolean }> {
      const context = await openContext(place, () => new Date())
      const found = await compared(oracle, context, smallQuestionnaire.slug)
      await context.close()
      return { ...found, isTrue: isTrue(found) }
    },
  }
}
