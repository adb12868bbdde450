/** The register of what is stored: collections, responses, codes and files, with what a data protection officer asks of each. */
import type { SettingsValues } from '../settings/fields.ts'
import { settingsGroups } from '../settings/fields.ts'
import { checked, DamagedDocument } from '../store/collection.ts'
import type { CollectionRow, RegisterEntry } from '../store/collection-row.ts'
import { collectionRows, collections } from '../store/collections.ts'
import type { Store, StoredRecord } from '../store/store.ts'

export type RegisterLine = RegisterEntry & {
  name: string
  kind: 'collection' | 'responses' | 'codes' | 'file'
  /** How many there are; null for a file, and when no store was read. */
  count: number | null
  /** « 24 mois », as the setting says now; null when no setting rules it. */
  settingNow: string | null
}
/** A document that does not have its shape: only its place, never its content. */
export type Damage = { collection: string; id: string; path: string }
export type Register = { lines: RegisterLine[]; damaged: Damage[] }

type Entry = RegisterEntry & Pick<RegisterLine, 'name' | 'kind'>

const responses: Entry = {
  name: 'responses',
  kind: 'responses',
  holds: 'Réponses aux questionnaires, chiffrées (sauf si « Sceller les réponses » est décoché).',
  personal: 'Ce que chaque personne a répondu ; ni nom, ni adresse réseau, ni appareil.',
  why: 'Connaître les besoins des habitants.',
  retention: 'Le nombre de mois réglé après l’ouverture du questionnaire ; une personne confirme l’effacement.',
  setting: 'rawMonths',
  inBackups: true,
}
const withdrawals: Entry = {
  name: 'responses.withdrawal',
  kind: 'responses',
  holds: 'Empreinte des 12 mots qui permettent de retrouver sa réponse.',
  personal: 'Une empreinte, à côté de la réponse ; les mots restent chez la personne.',
  why: 'Relire, corriger ou retirer sa réponse.',
  retention: 'Détruite quand le questionnaire est figé, le nombre de jours réglé après sa fin.',
  setting: 'correctionDays',
  inBackups: true,
}
const codes: Entry = {
  name: 'codes',
  kind: 'codes',
  holds: 'Codes d’invitation, par leur empreinte : servi ou non.',
  personal: null,
  why: 'Qu’une invitation serve une fois.',
  retention: 'Effacés avec les réponses du questionnaire, après le nombre de mois réglé.',
  setting: 'rawMonths',
  inBackups: true,
}
const files: readonly Entry[] = [
  {
    name: 'registre des effacements',
    kind: 'file',
    holds: 'Le numéro de chaque réponse effacée, et quand (fichier LEDGER). Jamais une réponse.',
    personal: 'Le numéro de réponses qui n’existent plus.',
    why: 'Qu’une sauvegarde remise ne fasse pas revenir ce qui a été effacé.',
    retention: 'Tant que la base sert.',
    setting: null,
    inBackups: false,
  },
  {
    name: 'sauvegardes',
    kind: 'file',
    holds: 'Copies chiffrées de la base ; elles ne s’ouvrent qu’avec le trousseau.',
    personal:
      'Ce que contient la base le jour de la copie, chiffré, sauf les sessions, les réponses portées vers un autre appareil et les adresses à prévenir des résultats.',
    why: 'Remettre le service en route après une panne.',
    retention: 'Le nombre de jours réglé pour les sauvegardes ; chacune est alors détruite.',
    setting: 'backupDays',
    inBackups: false,
  },
  {
    name: 'trousseau de clés',
    kind: 'file',
    holds: 'Les clés sans lesquelles rien de chiffré ne se lit (fichier KEYRING).',
    personal: null,
    why: 'Qu’une copie volée de la base ne se lise pas.',
    retention: 'Tant que la base sert. Copiez-le à part des sauvegardes.',
    setting: null,
    inBackups: false,
  },
  {
    name: 'journal technique',
    kind: 'file',
    holds: 'Une ligne par demande reçue : heure, page, durée ; écrite sur la sortie d’erreur du serveur.',
    personal: null,
    why: 'Comprendre une panne.',
    retention: 'Ce que règle le système qui la recueille (systemd, conteneur…).',
    setting: null,
    inBackups: false,
  },
]

/** @param store null: what would be stored, without counts */
export async function registerOf(store: Store | null, values: SettingsValues): Promise<Register> {
  const damaged: Damage[] = []
  const counted: [Entry, number | null][] = []
  const documents = store && (await documentsOf(store))
  for (const row of collectionRows) {
    const own = documents?.filter(({ collection }) => collection === row.name)
    counted.push([entryOf(row), own?.length ?? null])
    for (const document of own ?? []) damaged.push(...damageOf(row, document))
  }
  const { name: questionnaires } = collections.questionnaires
  const slugs = (documents ?? []).filter(({ collection }) => collection === questionnaires).map(({ id }) => id)
  const answers = store && sum(await Promise.all(slugs.map((slug) => store.responses.count(slug))))
  const invitations = store && sum(await Promise.all(slugs.map((slug) => codesOf(store, slug))))
  counted.unshift([responses, answers], [withdrawals, null], [codes, invitations])
  for (const file of files) counted.push([file, null])
  return { lines: counted.map(([entry, count]) => ({ ...entry, count, settingNow: nowIn(values, entry) })), damaged }
}

function entryOf({ name, holds, personal, why, retention, setting, inBackups }: CollectionRow<unknown>): Entry {
  return { name, kind: 'collection', holds, personal, why, retention, setting, inBackups }
}

type DocumentRecord = Extract<StoredRecord, { kind: 'document' }>

/** As they lie: one that is torn hides no other. */
async function documentsOf(store: Store): Promise<DocumentRecord[]> {
  const documents: DocumentRecord[] = []
  for await (const page of store.dump()) {
    for (const record of page) if (record.kind === 'document') documents.push(record)
    // responses come last
    if (page.some(({ kind }) => kind === 'response')) break
  }
  return documents
}

/** Where a document is damaged; one that is no JSON is as a whole. */
function damageOf(row: CollectionRow<unknown>, { id, revision, value }: DocumentRecord): Damage[] {
  let content: unknown
  try {
    content = JSON.parse(value)
  } catch {
    return [{ collection: row.name, id, path: '' }]
  }
  const result = checked(row, { id, revision, value: content })
  return result instanceof DamagedDocument ? [{ collection: row.name, id: result.id, path: result.path }] : []
}

const codesOf = async (store: Store, slug: string) => sum((await store.codes.counts(slug)).map((batch) => batch.codes))
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

function nowIn(values: SettingsValues, { setting }: Entry): string | null {
  if (setting === null) return null
  const field = settingsGroups.flatMap(({ fields }) => fields).find(({ name }) => name === setting)
  return `${values[setting]}\u00a0${field?.unit ?? ''}`
}
