/** Devices that answer at a given rate, each sending the same response until it is acknowledged, over as many servers as it takes. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SentResponse } from '../../surveys/answers/response.ts'
import { hashOf, newCode, proofOf } from '../../surveys/answers/withdrawal-words.ts'
import { aSentResponse } from '../api/fixture.ts'
import { digestOf, type Oracle } from './oracle.ts'

export type Load = {
  /** Where devices send from now on; null while no server is up. */
  turnTo(url: string | null): void
  /** How often each status was answered; 0 stands for a connection that broke. */
  statuses: Map<number, number>
  /** Milliseconds until each acknowledgement. */
  times: number[]
  stop(): Promise<void>
}

/** One response in so many is withdrawn once it is acknowledged. */
const withdrawnOneIn = 20
const devices = 16

/** @param rate responses a second, of all devices together */
export function startLoad(oracle: Oracle, rate: number, clients = devices): Load {
  const statuses = new Map<number, number>()
  const times: number[] = []
  let url: string | null = null
  let running = true
  const stopped = new AbortController()

  async function asked(method: string, path: string, body: unknown): Promise<Response | null> {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(30_000)]),
    }).catch(() => null)
    const status = answer?.status ?? 0
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    return answer
  }

  /** Sends until it is acknowledged; false when the load stops before. */
  async function isAcknowledged(response: SentResponse): Promise<boolean> {
    oracle.note('sent', response.id)
    while (running) {
      const start = performance.now()
      const answer = url === null ? null : await asked('PUT', `/api/responses/${response.id}`, response)
      if (answer?.ok) {
        oracle.note('acknowledged', response.id, digestOf(response))
        times.push(performance.now() - start)
        await answer.text().catch(() => null)
        return true
      }
      await answer?.text().catch(() => null)
      await pause(20)
    }
    return false
  }

  async function withdraw(id: string, proof: string) {
    oracle.note('withdrawing', id)
    while (running) {
      const answer = url === null ? null : await asked('POST', '/api/withdrawals/withdraw', { proof })
      if (answer?.ok) {
        oracle.note('withdrawn', id)
        await answer.text().catch(() => null)
        return
      }
      await pause(20)
    }
  }

  async function device(number: number) {
    await pause((number * 1_000) / rate)
    for (let turn = 1; running; turn++) {
      const due = performance.now() + (clients * 1_000) / rate
      const proof = proofOf(newCode((numbers) => crypto.getRandomValues(numbers)))
      const response = aSentResponse({ answers: { garde: 'non', pourquoi: randomUUID() }, withdrawal: hashOf(proof) })
      if ((await isAcknowledged(response)) && (turn + number) % withdrawnOneIn === 0) await withdraw(response.id, proof)
      await pause(Math.max(0, due - performance.now()), undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  const all = Promise.all(Array.from({ length: clients }, (_, number) => device(number)))
  return {
    turnTo: (next) => {
      url = next
    },
    statuses,
    times,
    async stop() {
      running = false
      stopped.abort()
      await all
    },
  }
}
