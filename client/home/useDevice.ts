/** What this device holds; its code is fetched after the first screen stands. */
import { useEffect, useState } from 'react'
import type { Draft } from '../answer/device/outbox.ts'

export type DeviceContent = {
  drafts: Draft[]
  /** Answers that wait for the network. */
  waiting: number
  /** Addresses of questionnaires whose answer was refused, or has arrived without its receipt being seen. */
  refused: string[]
  arrived: string[]
}

export function useDevice() {
  const [content, setContent] = useState<DeviceContent>({ drafts: [], waiting: 0, refused: [], arrived: [] })
  useEffect(() => {
    const look = async () => {
      const [outbox, { deliverWaiting }] = await Promise.all([
        import('../answer/device/outbox.ts'),
        import('../answer/device/delivery.ts'),
      ])
      const before = (await outbox.waiting.all()).filter(({ refusal }) => refusal === null)
      setContent((now) => ({ ...now, waiting: before.length }))
      const { waiting, refused } = await deliverWaiting()
      const [drafts, receipts] = [await outbox.drafts.all(), await outbox.receipts.all()]
      setContent({
        drafts,
        waiting,
        refused: [...new Set(refused.map(({ sheet: response }) => response.questionnaire))],
        arrived: receipts.map(({ questionnaire }) => questionnaire),
      })
    }
    void look()
  }, [])
  const erase = async (slug: string) => {
    const outbox = await import('../answer/device/outbox.ts')
    await outbox.drafts.drop(slug)
    const drafts = await outbox.drafts.all()
    setContent((now) => ({ ...now, drafts }))
  }
  return { ...content, erase }
}
