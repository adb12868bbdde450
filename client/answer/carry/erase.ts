/** The copy that the server keeps goes with the answers. */
import { ask } from '../../parts/api.ts'

/**
 * @param proof under which it is stored; undefined when there is none
 * @throws Refusal, Cut: it goes by itself after seven days
 */
export async function eraseCarried(proof: string | undefined): Promise<void> {
  // the page may close while it leaves
  if (proof !== undefined) await ask('POST /api/carried/erase', { body: { proof } }, { keepalive: true })
}
