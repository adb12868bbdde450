/** A finished sheet: sealed, then on the disk, then sent when the network allows. */
import type { SentResponse } from '../../surveys/answers/response.ts'
import { nowOf } from './orders.ts'
import type { Tablet } from './queue/database.ts'
import { drain, sendSealed } from './queue/drain.ts'
import { queue } from './queue/queue.ts'
import { seal } from './queue/seal.ts'

/** @returns false when neither this tablet nor the server could keep it: nobody is to be thanked */
export async function keep(sheet: SentResponse, tablet: Tablet): Promise<boolean> {
  const { id, queueKey, channel } = tablet.orders
  const answeredAt = new Date(nowOf(tablet)).toISOString()
  const sealed = await seal({ ...sheet, mode: 'kiosk', channel }, answeredAt, id, queueKey)
  try {
    await queue.add(sealed)
    void drain()
    return true
  } catch {
    // no room here: the server may still take it at once
    return sendSealed([sealed]).then(
      ({ outcomes }) => outcomes.some((told) => told.id === sealed.id),
      () => false,
    )
  }
}
