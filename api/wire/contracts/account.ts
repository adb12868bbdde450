/** One person of the staff: coming in, going out, joining, their own password and sessions. */
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from '../staff.ts'

export const accountContracts = contractsOf({
  'GET /api/me': { summary: 'Qui je suis ici.', roles: ['anyone'], response: wire.Me },
  'POST /api/session': {
    summary: 'Identifiant et mot de passe.',
    roles: ['anyone'],
    needsHttps: true,
    body: wire.LogIn,
    response: wire.Stage,
  },
  'POST /api/session/code': {
    summary: 'Code du téléphone, ou code de secours.',
    roles: ['code'],
    body: wire.GiveCode,
    response: wire.Stage,
  },
  'DELETE /api/session': { summary: 'Déconnexion.', roles: ['code', 'enrol', 'staff'], response: Nothing },
  'POST /api/invitation': {
    summary: 'Ce que propose un lien d’invitation.',
    roles: ['anyone'],
    needsHttps: true,
    body: wire.LinkSecret,
    response: wire.Offer,
  },
  'POST /api/invitation/accept': {
    summary: 'Accepte une invitation.',
    roles: ['anyone'],
    needsHttps: true,
    body: wire.Accept,
    response: wire.Stage,
  },
  'POST /api/invitation/visit': {
    summary: 'Visite de la démonstration : ouvre une session sur des personnes inventées.',
    roles: ['anyone'],
    fewWrites: true,
    needsHttps: true,
    body: wire.LinkSecret,
    response: wire.Stage,
  },
  'GET /api/me/factor': { summary: 'Secret à donner au téléphone.', roles: ['enrol'], response: wire.Factor },
  'POST /api/me/factor': {
    summary: 'Confirme le téléphone par un premier code.',
    roles: ['enrol'],
    body: wire.FactorCode,
    response: wire.RecoveryCodes,
  },
  'PUT /api/me/password': {
    summary: 'Change son mot de passe.',
    roles: ['staff'],
    body: wire.NewPassword,
    response: Nothing,
  },
  'POST /api/me/recovery': {
    summary: 'De nouveaux codes de secours.',
    roles: ['staff'],
    body: wire.FactorCode,
    response: wire.RecoveryCodes,
  },
  'GET /api/me/sessions': { summary: 'Ses sessions ouvertes.', roles: ['staff'], response: wire.SessionList },
  'DELETE /api/me/sessions/:id': {
    summary: 'Ferme une de ses sessions.',
    roles: ['staff'],
    params: { id: parameters.session },
    response: Nothing,
  },
})
