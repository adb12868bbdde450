/** Invitation codes of the census of the demo: one for each commune, made again the same by whoever runs the demo again. */
import { newInvitation } from '../../../surveys/answers/invitation.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { seeded } from '../../../surveys/people/random.ts'
import type { AppContext } from '../../context.ts'
import { codeBatchesIn } from '../../fieldwork/diffusion/codes.ts'
import { hashOfInvitation } from '../../fieldwork/diffusion/invitation-hash.ts'

const batch = '0001'

/** @param place of the commune among those who answer, from 0 */
export function censusCode(place: number): string {
  const random = seeded(7_001 + place)
  return newInvitation((bytes) => bytes.map(() => Math.floor(random() * 256)))
}

/** Hands a code out for each commune; done before, it changes nothing. */
export async function fillCodes(context: AppContext, slug: string): Promise<void> {
  const codes = communes().map((_, place) => censusCode(place))
  const hashes = codes.map((code) => hashOfInvitation(context.keyring, slug, code)).toSorted()
  await context.store.codes.add(slug, batch, hashes)
  const letters = { label: 'Courrier aux mairies', at: context.now().toISOString(), by: 'demo-publication' }
  await codeBatchesIn(context).put(`${slug}/${batch}`, { ...letters, codes: codes.length, isCancelled: false }, null)
}
