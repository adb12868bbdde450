/** What this device holds, looked at after the first screen stands. */
import { useEffect, useState } from 'react'
import { deliverWaiting, whenBack } from '../answer/device/delivery.ts'
import { type Draft, drafts, receipts, waiting } from '../answer/device/outbox.ts'

export type DeviceContent = {
  drafts: Draft[]
  /** Address of the questionnaire of each answer that waits for the network. */
  waiting: string[]
  /** Addresses of questionnaires whose answer was refused, or has arrived without its receipt being seen. */
  refused: string[]
  arrived: string[]
  /** One has arrived whose words were read while it waited. */
  hasCome: boolean
}

export function useDevice() {
  const [content, setContent] = useState<DeviceContent>({
    drafts: [],
    waiting: [],
    refused: [],
    arrived: [],
    hasCome: false,
  })
  useEffect(() => {
    const look = async () => {
      const before = (await waiting.all()).filter(({ refusal }) => refusal === null)
      setContent((now) => ({ ...now, waiting: before.map(({ sheet: response }) => response.questionnaire) }))
      const left = await deliverWaiting()
      const [begun, unseen, hasNews] = [await drafts.all(), await receipts.all(), await receipts.takeNews()]
      // it may leave from here and from the worker at once: whichever is last finds nothing to note
      const hasLeft = before.length > left.waiting.length + left.refused.length && unseen.length === 0
      setContent((now) => ({
        drafts: begun,
        waiting: left.waiting.map(({ questionnaire }) => questionnaire),
        refused: [...new Set(left.refused.map(({ sheet: response }) => response.questionnaire))],
        arrived: unseen.map(({ questionnaire }) => questionnaire),
        // looked at again, it has still come
        hasCome: now.hasCome || hasNews || hasLeft,
      }))
    }
    void look()
    return whenBack(look)
  }, [])
  const erase = async (slug: string) => {
    await drafts.drop(slug)
    const begun = await drafts.all()
    setContent((now) => ({ ...now, drafts: begun }))
  }
  return { ...content, erase }
}
