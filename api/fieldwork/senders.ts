/**
 * Notices an address that sends for days as no family, school or operator of telephones does: never much in one day, but over and over
 * (docs/decisions.md says why these figures). Addresses are hashed with a key of this process, in memory only, and forgotten four weeks
 * after their last response.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { hourOf } from '../../surveys/days.ts'
import { holderOf, isOwnMachine } from '../http/rate-limit.ts'
import type { Arrived, Burst } from './bursts.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
export const windowMs = 28 * dayMs
/** What a school or a town hall gives in one day, whatever it is, is looked at by the day (`bursts.ts`). */
const leastSpanMs = 30 * hourMs

/** Quarters of an hour with a response: a class fills two of them with thirty pupils, who sends one at a time fills one each. */
const quarterMs = 15 * minuteMs
export const mostQuarters = 70
/** Whoever sends in bursts as classes do is looked at from here on. */
export const mostInWindow = 300
/** Below a tenth of all responses it may be an operator whose customers share one address. */
const leastShare = 0.1

/** From one to five in the morning, hardly anybody answers. */
const nightHours = [1, 2, 3, 4]
export const mostAtNight = 8
const leastNightShare = 0.08
/** A school or a town hall is open for ten hours. */
const longerThanOpenMs = 12 * hourMs
/** How many times the part that other addresses send at night. */
const nightFactor = 5

/** Pauses between people are not alike for longer than a place is open; a program that varies them by a quarter still has this many alike. */
export const mostPauses = 40
const alikeShare = 0.4
const alikeWithin = 0.1

/** Addresses remembered at most; those that sent least go first. */
const mostSenders = 50_000

type Received = { id: string; at: number; isNight: boolean }
type Sender = { name: string; responses: Received[]; isNoticed: boolean; last: number }
/** Of one questionnaire: how many arrived each day, and how many of them at night. */
type Days = Map<number, { all: number; night: number }>

/** @param now milliseconds */
export function sendersOf(now: () => number) {
  const key = createSecretKey(randomBytes(32))
  const senders = new Map<string, Sender>()
  const collections = new Map<string, Days>()
  let forgottenAt = now()

  function forget(): void {
    const from = now() - windowMs
    if (now() - forgottenAt < hourMs && senders.size < mostSenders) return
    forgottenAt = now()
    for (const [name, { last }] of senders) if (last < from) senders.delete(name)
    for (let least = 1; senders.size >= mostSenders && least <= mostInWindow; least *= 2)
      for (const [name, { responses, isNoticed }] of senders)
        if (!isNoticed && responses.length <= least) senders.delete(name)
    if (senders.size >= mostSenders) senders.clear()
  }

  /** Responses of the last four weeks, from any address. */
  function counted(questionnaire: string, isNight: boolean): { all: number; night: number } {
    const days = collections.get(questionnaire) ?? (new Map() as Days)
    collections.set(questionnaire, days)
    const today = Math.floor(now() / dayMs)
    const before = days.get(today) ?? { all: 0, night: 0 }
    days.set(today, { all: before.all + 1, night: before.night + (isNight ? 1 : 0) })
    for (const day of days.keys()) if (day <= today - windowMs / dayMs) days.delete(day)
    const inWindow = [...days.values()]
    return { all: sumOf(inWindow.map(({ all }) => all)), night: sumOf(inWindow.map(({ night }) => night)) }
  }

  return {
    /** Responses to notice: all of an address the first time, then each as it comes; null when it looks like people. */
    arrived({ questionnaire, id, address }: Pick<Arrived, 'questionnaire' | 'id' | 'address'>): Burst | null {
      // behind a proxy that is not trusted, everybody has one address
      if (isOwnMachine(address)) return null
      forget()
      const at = now()
      const isNight = nightHours.includes(hourOf(at))
      const everybody = counted(questionnaire, isNight)
      const hash = createHmac('sha256', key)
        .update(`${questionnaire}\n${holderOf(address)}`)
        .digest('base64url')
      const known = senders.get(hash)
      const name = known?.name ?? randomBytes(9).toString('base64url')
      const recent = (known?.responses ?? []).filter((response) => response.at > at - windowMs)
      const responses = [...recent, { id, at, isNight }]
      if (known?.isNoticed && recent.length > 0) {
        // only the last one is needed to know whether it still sends
        senders.set(hash, { name, responses: responses.slice(-1), isNoticed: true, last: at })
        return { name, ids: [id] }
      }
      const isNoticed = isSpreadOut(responses, everybody) || isAwake(responses, everybody) || isRegular(responses)
      senders.set(hash, { name, responses: isNoticed ? responses.slice(-1) : responses, isNoticed, last: at })
      return isNoticed ? { name, ids: responses.map((response) => response.id) } : null
    },
  }
}

const sumOf = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0)
const spanOf = (responses: Received[]) => responses.at(-1)!.at - responses[0]!.at

/** A large part of all responses, one after the other, for days. */
function isSpreadOut(responses: Received[], { all }: { all: number }): boolean {
  if (responses.length < mostQuarters || spanOf(responses) < leastSpanMs || responses.length < leastShare * all)
    return false
  return (
    responses.length >= mostInWindow ||
    new Set(responses.map(({ at }) => Math.floor(at / quarterMs))).size >= mostQuarters
  )
}

/** It sends at night, where others do not. */
function isAwake(responses: Received[], everybody: { all: number; night: number }): boolean {
  const night = responses.filter(({ isNight }) => isNight).length
  if (night < mostAtNight || spanOf(responses) < longerThanOpenMs) return false
  const others = (everybody.night - night) / Math.max(1, everybody.all - responses.length)
  return night / responses.length >= Math.max(leastNightShare, nightFactor * others)
}

/** Its pauses are alike, as a clock makes them. */
function isRegular(responses: Received[]): boolean {
  if (responses.length <= mostPauses || spanOf(responses) < longerThanOpenMs) return false
  const pauses = responses.slice(1).map(({ at }, index) => at - responses[index]!.at)
  const middle = pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)]!
  const alike = pauses.filter((pause) => Math.abs(pause - middle) <= alikeWithin * middle).length
  return alike >= alikeShare * pauses.length
}
