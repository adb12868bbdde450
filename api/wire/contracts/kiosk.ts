/** Tablets, and the staff who place them. */
import { contractsOf } from '../contract.ts'
import * as wire from '../kiosk.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import { answerBytes } from '../sizes.ts'

const batchBytes = 2 * wire.batchSize * answerBytes
/** Who places tablets; what they sent, and what waits for a decision, is for the administrators. */
const placers = ['kiosk', 'admin'] as const
const admin = ['admin'] as const
const params = { id: parameters.kiosk }

export const kioskContracts = contractsOf({
  'POST /api/kiosk/join': {
    summary: 'Une tablette s’enregistre avec le secret de son lien.',
    roles: ['anyone'],
    needsHttps: true,
    body: wire.JoinKiosk,
    response: wire.JoinedKiosk,
    statuses: [201],
  },
  'POST /api/kiosk/heartbeat': {
    summary: 'Une tablette dit comment elle va et reçoit ses consignes.',
    roles: ['tablet'],
    body: wire.NewBeat,
    response: wire.KioskOrders,
  },
  'POST /api/kiosk/sheets': {
    summary: 'Une tablette envoie des réponses chiffrées.',
    roles: ['tablet'],
    body: wire.EncryptedBatch,
    bounds: { bytes: batchBytes },
    response: wire.BatchTaken,
  },
  'GET /api/kiosks': {
    summary: 'Les tablettes, et les réponses qui attendent une décision.',
    roles: placers,
    response: wire.KiosksPage,
  },
  'POST /api/kiosks': {
    summary: 'Ajoute une tablette.',
    roles: placers,
    body: wire.NewKiosk,
    response: wire.KioskLink,
    statuses: [201],
  },
  'PUT /api/kiosks/:id': {
    summary: 'Règle une tablette.',
    roles: placers,
    params,
    body: wire.NewKiosk,
    response: Nothing,
  },
  'POST /api/kiosks/:id/link': {
    summary: 'Donne un nouveau lien à une tablette.',
    roles: placers,
    params,
    body: Nothing,
    response: wire.KioskLink,
    statuses: [201],
  },
  'POST /api/kiosks/:id/revoke': {
    summary: 'Retire une tablette.',
    roles: placers,
    params,
    body: Nothing,
    response: Nothing,
  },
  'POST /api/kiosks/:id/emptied': {
    summary: 'Note qu’une tablette retirée est vide.',
    roles: admin,
    params,
    body: Nothing,
    response: Nothing,
  },
  'GET /api/kiosks/:id/responses': {
    summary: 'Compte les réponses d’une tablette, celles d’un essai à part.',
    roles: admin,
    params,
    query: wire.KioskCountWanted,
    response: wire.KioskCount,
  },
  'POST /api/kiosks/:id/aside': {
    summary: 'Met de côté les réponses d’une tablette, avec un motif noté au journal.',
    roles: admin,
    params,
    body: wire.NewAside,
    response: wire.KioskCount,
  },
  'POST /api/kiosks/import': {
    summary: 'Reçoit la file d’une tablette, enregistrée dans un fichier.',
    roles: admin,
    body: wire.EncryptedBatch,
    bounds: { bytes: batchBytes },
    response: wire.BatchTaken,
  },
  'POST /api/kiosks/quarantine/:id': {
    summary: 'Décide d’une réponse mise en attente.',
    roles: admin,
    params: { id: parameters.quarantined },
    body: wire.Decision,
    response: Nothing,
  },
})
