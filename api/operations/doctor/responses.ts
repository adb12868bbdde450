/** Reads every record of the base: which responses are unreadable, which rows do not say what is inside, which documents are torn. */
import type { AppContext } from '../../context.ts'
import { readable, unreadableIn } from '../../responses/unreadable.ts'
import type { StoredResponse } from '../../store/store.ts'
import { type Check, well, wrong } from './check.ts'

export type RecordsRead = {
  responses: number
  /** Ids of the unreadable responses. */
  unreadable: string[]
  /** Ids of the responses whose row says something else than what is inside. */
  misfiled: string[]
  /** `collection/id` of the documents that are no JSON. */
  torn: string[]
}

/** @param read called with the number of responses read so far */
export async function readRecords(
  context: Pick<AppContext, 'store' | 'keyring' | 'now'>,
  read: (responses: number) => void = () => {},
): Promise<RecordsRead> {
  // documents come before responses
  const known = new Set<string>()
  const unreadable = unreadableIn(context)
  const found: RecordsRead = { responses: 0, unreadable: [], misfiled: [], torn: [] }
  for await (const page of context.store.dump()) {
    for (const record of page) {
      if (record.kind === 'document' && !isJson(record.value)) found.torn.push(`${record.collection}/${record.id}`)
      if (record.kind === 'document' && record.collection === 'questionnaires') known.add(record.id)
      if (record.kind !== 'response') continue
      found.responses++
      const { row } = record
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

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const repair =
  'Tapez « npm run doctor -- --repair SAUVEGARDE » avec une sauvegarde d’avant. Si d’autres s’abîment, changez le disque.'

export function recordChecks({ responses, unreadable, misfiled, torn }: RecordsRead): Check[] {
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
  return checks.length > 0 ? checks : [well('Réponses', `Toutes les réponses s’ouvrent (${responses}).`)]
}

const listed = (ids: string[]) => `${ids.slice(0, 10).join(', ')}${ids.length > 10 ? '…' : ''}`
