/** Saves a finished response: encrypted, then on the disk, then sent when the network allows. */
import type { SentResponse } from '../../surveys/answers/response.ts'
import { nowOf } from './orders.ts'
import type { Tablet } from './queue/database.ts'
import { drain, sendEncrypted } from './queue/drain.ts'
import { encryptResponse } from './queue/encrypt.ts'
import { queue } from './queue/queue.ts'

/** @returns false when neither this tablet nor the server could store it: nobody is to be thanked */
export async function saveResponse(response: SentResponse, tablet: Tablet): Promise<boolean> {
  const { id, queueKey, channel } = tablet.orders
  const answeredAt = new Date(nowOf(tablet)).toISOString()
  const encrypted = await encryptResponse({ ...response, mode: 'kiosk', channel }, answeredAt, id, queueKey)
  try {
    await queue.add(encrypted)
    void drain()
    return true
  } catch {
    // no room here: the server may still take it at once
    return sendEncrypted([encrypted]).then(
      ({ outcomes }) => outcomes.some((outcome) => outcome.id === encrypted.id),
      () => false,
    )
  }
}
