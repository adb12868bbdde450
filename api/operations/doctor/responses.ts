/** Reads every record of the base: which responses are unreadable, which rows do not say what is inside, which documents are damaged. */
import type { AppContext } from '../../context.ts'
import { readable, unreadableIn } from '../../responses/unreadable.ts'
import { checked, DamagedDocument } from '../../store/collection.ts'
import { collectionRows } from '../../store/collections.ts'
import type { StoredRecord, StoredResponse } from '../../store/store.ts'
import { type Check, well, wrong } from './check.ts'

export type RecordsRead = {
  responses: number
  /** The responses of no trial. */
  real: number
  /** Ids of the unreadable responses. */
  unreadable: string[]
  /** Ids of the responses whose row says something else than what is inside. */
  misfiled: string[]
  /** `collection/id` of the documents that are no JSON. */
  torn: string[]
  /** `collection/id` of the documents that are JSON, but do not have the shape of their collection. */
  misshapen: string[]
}

type DocumentRecord = Extract<StoredRecord, { kind: 'document' }>
const rows = new Map(collectionRows.map((row) => [row.name, row]))

/** @param read called with the number of responses read so far */
export async function readRecords(
  context: Pick<AppContext, 'store' | 'keyring' | 'now'>,
  read: (responses: number) => void = () => {},
): Promise<RecordsRead> {
  // documents come before responses
  const known = new Set<string>()
  const unreadable = unreadableIn(context)
  const found: RecordsRead = { responses: 0, real: 0, unreadable: [], misfiled: [], torn: [], misshapen: [] }
  for await (const page of context.store.dump()) {
    for (const record of page) {
      if (record.kind === 'document') {
        const damage = damageOf(record)
        if (damage) found[damage].push(`${record.collection}/${record.id}`)
        if (record.collection === 'questionnaires') known.add(record.id)
      }
      if (record.kind !== 'response') continue
      found.responses++
      const { row } = record
      if (!row.trial) found.real++
      // a questionnaire that was altered too has no list to be noted on
      const response = await (known.has(row.questionnaire) ? unreadable.open(row) : readable(row, context.keyring))
      if (!response) found.unreadable.push(row.id)
      else if (!isFiledAs(row, response)) found.misfiled.push(row.id)
    }
    read(found.responses)
  }
  return found
}

const isFiledAs = (
  row: StoredResponse,
  { version, receivedAt, trial }: { version: number; receivedAt: string; trial: boolean },
) => row.version === version && row.receivedAt === receivedAt && row.trial === trial

/** A collection that this version of the program does not know has no shape to be compared with. */
function damageOf({ collection, id, revision, value }: DocumentRecord): 'torn' | 'misshapen' | null {
  let content: unknown
  try {
    content = JSON.parse(value)
  } catch {
    return 'torn'
  }
  const row = rows.get(collection)
  return row && checked(row, { id, revision, value: content }) instanceof DamagedDocument ? 'misshapen' : null
}

const repair =
  'Tapez « npm run doctor -- --repair SAUVEGARDE » avec une sauvegarde d’avant. Si d’autres s’abîment, changez le disque.'

export function recordChecks({ responses, unreadable, misfiled, torn, misshapen }: RecordsRead): Check[] {
  const checks: Check[] = []
  if (unreadable.length > 0)
    checks.push(
      wrong(
        'Réponses',
        `${unreadable.length === 1 ? 'Une réponse illisible est laissée' : `${unreadable.length} réponses illisibles sont laissées`} de côté, sur ${responses} : ${listed(unreadable)}.`,
        repair,
      ),
    )
  if (misfiled.length > 0)
    checks.push(wrong('Réponses', `L’enveloppe de ces réponses est abîmée : ${listed(misfiled)}.`, repair))
  if (torn.length > 0)
    checks.push(
      wrong(
        'Documents',
        `Ces documents de la base sont abîmés : ${listed(torn)}.`,
        'Arrêtez le site, vérifiez le disque, puis restaurez la dernière sauvegarde vérifiée (npm run restore).',
      ),
    )
  if (misshapen.length > 0)
    checks.push(
      wrong(
        'Documents',
        `Ces documents de la base n’ont pas la forme attendue et ne sont pas lus : ${listed(misshapen)}.`,
        'Tapez « npm run data » : il dit où chacun est abîmé. Restaurez la dernière sauvegarde vérifiée d’avant (npm run restore) ; si personne n’a changé la base à la main, vérifiez le disque.',
      ),
    )
  return checks.length > 0 ? checks : [well('Réponses', `Toutes les réponses s’ouvrent (${responses}).`)]
}

const listed = (ids: string[]) => `${ids.slice(0, 10).join(', ')}${ids.length > 10 ? '…' : ''}`
