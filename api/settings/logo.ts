/** The logo: a small PNG or JPEG picture, recognised by its first bytes, stored and served as it is. */
import { createHash } from 'node:crypto'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { logoBytes } from '../wire/sizes.ts'
import type { Logo } from './collections.ts'

const signatures: [Logo['type'], number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** @param data base64; '' takes the logo away @throws Problem form-refused */
export async function saveLogo(store: Store, data: string): Promise<void> {
  const collection = store.collection(collections.settings)
  const stored = await collection.get('logo')
  const logo = data === '' ? {} : logoOf(Buffer.from(data, 'base64'))
  if ((await collection.put('logo', logo, stored?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
}

function logoOf(bytes: Buffer): Logo {
  const refuse = (message: string) => new Problem('form-refused', [{ path: 'logo', message }])
  if (bytes.length > logoBytes)
    throw refuse('Ce logo pèse plus de 150 Ko. Réduisez-le : 400 points de large suffisent.')
  const type = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0]
  if (!type) throw refuse('Ce fichier n’est ni un PNG ni un JPEG. Enregistrez le logo dans l’un de ces formats.')
  return { type, data: bytes.toString('base64'), tag: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
}
