/** A stored record as one line of text, and back. */
import * as z from 'zod'
import type { StoredRecord } from '../store/store.ts'

const text = z.string()
const Line = z.union([
  z.tuple([z.literal('document'), text, text, z.int().min(1), text]),
  z.tuple([z.literal('code'), text, text, text, z.boolean()]),
  z.tuple([
    z.literal('response'),
    text,
    text,
    z.int(),
    text,
    z.boolean(),
    text,
    text,
    text.nullable(),
    text.nullable(),
  ]),
])

export function lineOf(record: StoredRecord): string {
  return JSON.stringify(tupleOf(record))
}

function tupleOf(record: StoredRecord): z.infer<typeof Line> {
  if (record.kind === 'document') return ['document', record.collection, record.id, record.revision, record.value]
  if (record.kind === 'code') return ['code', record.hash, record.questionnaire, record.batch, record.spent]
  const { id, questionnaire, version, receivedAt, trial, digest, sealed, key, withdrawal } = record.row
  const ciphertext = Buffer.from(sealed).toString('base64')
  return ['response', id, questionnaire, version, receivedAt, trial, digest, ciphertext, key, withdrawal]
}

/** @throws Error when the line is no record */
export function recordOf(line: string): StoredRecord {
  const tuple = Line.parse(JSON.parse(line))
  if (tuple[0] === 'document') {
    const [kind, collection, id, revision, value] = tuple
    return { kind, collection, id, revision, value }
  }
  if (tuple[0] === 'code') {
    const [kind, hash, questionnaire, batch, spent] = tuple
    return { kind, hash, questionnaire, batch, spent }
  }
  const [kind, id, questionnaire, version, receivedAt, trial, digest, ciphertext, key, withdrawal] = tuple
  const sealed = Uint8Array.from(Buffer.from(ciphertext, 'base64'))
  return { kind, row: { id, questionnaire, version, receivedAt, trial, digest, sealed, key, withdrawal } }
}
